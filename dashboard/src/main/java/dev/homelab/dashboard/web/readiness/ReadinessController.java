package dev.homelab.dashboard.web.readiness;

import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.readiness.Item;
import dev.homelab.dashboard.readiness.Readiness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class ReadinessController {

    private static final Map<Item.Verdict, String> TONES = Map.of(
            Item.Verdict.OK, "up",
            Item.Verdict.WARN, "warn",
            Item.Verdict.FAIL, "down",
            Item.Verdict.OFF, "unknown");

    private final Readiness readiness;
    private final Words words;

    ReadinessController(Readiness readiness, Words words) {
        this.readiness = readiness;
        this.words = words;
    }

    /** One for the page. */
    record Line(
            String verdict,
            String tone,
            String part,
            String seen,
            @Nullable String advice) {}

    @GetMapping("/readiness")
    String show(Locale locale, Model model) {
        List<Item> items = readiness.inspect();
        Map<String, List<Line>> sections = new LinkedHashMap<>();
        for (Item.Section section : Item.Section.values()) {
            List<Line> lines = items.stream()
                    .filter(item -> item.section() == section)
                    .map(item -> line(item, locale))
                    .toList();
            if (!lines.isEmpty()) {
                sections.put(section.key(), lines);
            }
        }
        model.addAttribute("sections", sections);
        model.addAttribute("worst", Readiness.worst(items).key());
        model.addAttribute("tone", TONES.get(Readiness.worst(items)));
        return "readiness";
    }

    private Line line(Item item, Locale locale) {
        return new Line(
                item.verdict().key(),
                TONES.getOrDefault(item.verdict(), "unknown"),
                item.part(),
                words.say(item.seen(), locale),
                item.advice() == null ? null : words.say(item.advice(), locale));
    }
}
