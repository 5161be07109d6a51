package dev.homelab.dashboard.web.people;

import dev.homelab.common.page.Moments.Moment;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AuditController {

    private static final int PAGE = 50;

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
            HttpServletRequest request,
            Model model) {
        Reader reader = Reader.of(request);
        List<Audit.Line> lines = audit.lines(before, who.strip(), PAGE + 1);
        model.addAttribute("who", who);
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
}
