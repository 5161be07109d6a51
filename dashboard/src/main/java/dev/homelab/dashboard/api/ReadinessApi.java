package dev.homelab.dashboard.api;

import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.readiness.Item;
import dev.homelab.dashboard.readiness.Readiness;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Readiness for programs, in English. */
@RestController
class ReadinessApi {

    private final Readiness readiness;
    private final Words words;

    ReadinessApi(Readiness readiness, Words words) {
        this.readiness = readiness;
        this.words = words;
    }

    /**
     * All of it.
     *
     * @param verdict the worst of all: ok, warn or fail
     */
    record Report(String verdict, List<Line> items) {}

    /**
     * One thing that must be so.
     *
     * @param verdict ok, warn, fail or off
     * @param part the title of the check that says so; empty for none
     * @param advice what to do; null where nothing is to be done
     */
    record Line(
            String id,
            String section,
            String verdict,
            String part,
            String seen,
            @Nullable String advice) {}

    @GetMapping("/api/v1/readiness")
    Report report() {
        List<Item> items = readiness.inspect();
        return new Report(
                Readiness.worst(items).key(), items.stream().map(this::line).toList());
    }

    private Line line(Item item) {
        return new Line(
                item.id(),
                item.section().key(),
                item.verdict().key(),
                item.part(),
                words.say(item.seen(), Locale.ENGLISH),
                item.advice() == null ? null : words.say(item.advice(), Locale.ENGLISH));
    }
}
