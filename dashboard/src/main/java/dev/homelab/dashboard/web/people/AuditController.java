package dev.homelab.dashboard.web.people;

import dev.homelab.common.page.Moments.Moment;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AuditController {

    private static final int PAGE = 50;
    private static final int EARLIEST = 1970;
    private static final int LATEST = 9999;

    private final Audit audit;
    private final Words words;

    AuditController(Audit audit, Words words) {
        this.audit = audit;
        this.words = words;
    }

    /** A line for the page. */
    record Line(Moment at, String who, String place, String what) {}

    @GetMapping("/audit")
    String audit(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(required = false) Audit.@Nullable About about,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate since,
            HttpServletRequest request,
            Model model) {
        Reader reader = Reader.of(request);
        Audit.Wish wish = new Audit.Wish(
                who.strip(),
                about,
                since == null ? null : start(since, reader.moments().zone()));
        List<Audit.Line> lines = audit.lines(before, wish, PAGE + 1);
        model.addAttribute("who", who);
        model.addAttribute("about", about);
        model.addAttribute("since", since);
        model.addAttribute("topics", Audit.About.values());
        model.addAttribute("next", lines.size() > PAGE ? lines.get(PAGE - 1).id() : null);
        model.addAttribute(
                "lines",
                lines.stream()
                        .limit(PAGE)
                        .map(line -> new Line(
                                reader.moments().time(line.at()),
                                line.who(),
                                line.place(),
                                words.say(line.said(), reader.locale())))
                        .toList());
        return "audit";
    }

    /** In a year that PostgreSQL knows, whatever an address says. */
    private static Instant start(LocalDate day, ZoneId zone) {
        return day.withYear(Math.clamp(day.getYear(), EARLIEST, LATEST))
                .atStartOfDay(zone)
                .toInstant();
    }
}
