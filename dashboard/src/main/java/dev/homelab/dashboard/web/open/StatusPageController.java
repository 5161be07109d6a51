package dev.homelab.dashboard.web.open;

import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.PrivateHosts;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.history.Pasts;
import dev.homelab.dashboard.history.Span;
import dev.homelab.dashboard.status.Board;
import dev.homelab.dashboard.status.CheckStatus;
import dev.homelab.dashboard.web.Bars;
import dev.homelab.dashboard.web.CheckRows;
import dev.homelab.dashboard.web.NotThere;
import dev.homelab.dashboard.web.Percent;
import dev.homelab.dashboard.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/** For strangers: no address, no reason, nothing that was not chosen. */
@Controller
class StatusPageController {

    private static final CacheControl BRIEFLY = CacheControl.maxAge(Duration.ofSeconds(30));

    private final StatusPageSettings settings;
    private final Board board;
    private final Pasts pasts;
    private final Words words;
    private final Clock clock;

    StatusPageController(StatusPageSettings settings, Board board, Pasts pasts, Words words, Clock clock) {
        this.settings = settings;
        this.board = board;
        this.pasts = pasts;
        this.words = words;
        this.clock = clock;
    }

    /** One check for strangers. */
    record Line(String title, String tone, String state, Bars bars, String uptime) {}

    @GetMapping("/status")
    String status(HttpServletRequest request, Model model) {
        Reader reader = Reader.of(request);
        List<CheckStatus> open = open();
        Health worst = open.stream()
                .filter(check -> !check.paused())
                .map(CheckStatus::health)
                .min(Health::compareTo)
                .orElse(Health.UNKNOWN);
        model.addAttribute("asOf", reader.moments().time(clock.instant()));
        model.addAttribute("tone", CheckRows.tone(worst));
        model.addAttribute("sentence", words.say(Said.of("open." + worst.key()), reader.locale()));
        model.addAttribute(
                "lines",
                open.stream().map(check -> line(check, reader.locale())).toList());
        return "status";
    }

    private Line line(CheckStatus check, Locale locale) {
        return new Line(
                check.definition().title(),
                CheckRows.tone(check),
                state(check, locale),
                Bars.of(pasts.of(check.id()), clock.instant()),
                Percent.of(pasts.of(check.id()).sum(Span.QUARTER).uptime(), locale));
    }

    private String state(CheckStatus check, Locale locale) {
        return words.say(
                Said.of("state." + (check.paused() ? "paused" : check.health().key())), locale);
    }

    /** A badge for other pages. */
    @GetMapping("/badges/{name}.svg")
    ResponseEntity<String> badge(@PathVariable String name) {
        CheckStatus check = open().stream()
                .filter(one -> one.id().value().equals(name))
                .findFirst()
                .orElseThrow(NotThere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(BRIEFLY)
                .body(svg(
                        check.definition().title(),
                        state(check, Locale.ENGLISH),
                        check.paused() ? Health.UNKNOWN : check.health()));
    }

    private static String svg(String title, String state, Health health) {
        // SVG knows none of HTML's names for letters.
        String escaped = HtmlUtils.htmlEscape(title, "UTF-8");
        int left = 12 + 7 * title.length();
        int right = 12 + 7 * state.length();
        String colour = switch (health) {
            case UP -> "#12805c";
            case DEGRADED -> "#9a6200";
            case DOWN -> "#c22f3d";
            case UNKNOWN -> "#5c6577";
        };
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="20" role="img" aria-label="%s: %s">\
                <rect width="%d" height="20" rx="3" fill="#333"/><path d="M%d 0h%dv20h-%dz" fill="%s"/>\
                <g fill="#fff" font-family="Verdana,sans-serif" font-size="11"><text x="6" y="14">%s</text>\
                <text x="%d" y="14">%s</text></g></svg>""".formatted(
                left + right, escaped, state, left + right, left, right, right, colour, escaped, left + 6, state);
    }

    private List<CheckStatus> open() {
        if (!settings.enabled()) {
            throw new NotThere();
        }
        return board.picture().checks().stream()
                .filter(check -> check.definition().open()
                        || settings.checks().contains(check.id().value()))
                .filter(check -> !PrivateHosts.areNamedIn(check.definition().target()))
                .toList();
    }
}
