package dev.homelab.dashboard.api;

import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.Owner;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Wanted;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.history.Past;
import dev.homelab.dashboard.history.Pasts;
import dev.homelab.dashboard.history.Span;
import dev.homelab.dashboard.history.Tally;
import dev.homelab.dashboard.status.IncidentLog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one check is written, and what is known of the past of checks and incidents, as JSON in English. */
@RestController
@RequestMapping("/api/v1")
class PastApi {

    private final Catalogue catalogue;
    private final Pasts pasts;
    private final IncidentLog incidents;
    private final Words words;

    PastApi(Catalogue catalogue, Pasts pasts, IncidentLog incidents, Words words) {
        this.catalogue = catalogue;
        this.pasts = pasts;
        this.incidents = incidents;
        this.words = words;
    }

    /**
     * How a check is written.
     *
     * @param owner SYSTEM, FILE or PAGE
     * @param written as it is taken by {@code PUT /checks/{id}}; null for one of the system's own
     */
    record Written(Owner owner, @Nullable Wanted written) {}

    /**
     * The past of a check.
     *
     * @param uptime by days back, 1 to 365: 0 to 1 of the time that is known; null where none is
     * @param days the last 90, oldest first; those in which nobody looked are missing
     */
    record History(Map<Integer, @Nullable Double> uptime, List<Day> days) {}

    /** One day, in milliseconds of each state. */
    record Day(
            Instant at,
            long up,
            long degraded,
            long down,
            long unknown,
            long paused,
            @Nullable Double tookMillis) {}

    /** A line of an incident's story; {@code by} is empty for the dashboard itself. */
    record Entry(Instant at, String kind, String by, String said) {}

    @GetMapping("/checks/{id}/definition")
    Written definition(@PathVariable CheckId id) {
        Definition definition = catalogue.find(id).orElseThrow(UnknownCheck::new);
        return new Written(definition.owner(), Wanted.of(definition).orElse(null));
    }

    @GetMapping("/checks/{id}/history")
    History history(@PathVariable CheckId id) {
        if (catalogue.find(id).isEmpty()) {
            throw new UnknownCheck();
        }
        Past past = pasts.of(id);
        Map<Integer, @Nullable Double> uptime = new TreeMap<>();
        Arrays.stream(Span.values())
                .forEach(span -> uptime.put(span.days(), orNull(past.sum(span).uptime())));
        return new History(uptime, past.days().stream().map(PastApi::day).toList());
    }

    private static Day day(Tally tally) {
        return new Day(
                tally.at(),
                tally.up(),
                tally.degraded(),
                tally.down(),
                tally.unknown(),
                tally.paused(),
                orNull(tally.took()));
    }

    private static @Nullable Double orNull(OptionalDouble figure) {
        return figure.isPresent() ? (Double) figure.getAsDouble() : null;
    }

    /** Its story, the oldest first; empty for one that nobody knows. */
    @GetMapping("/incidents/{id}/story")
    List<Entry> story(@PathVariable UUID id) {
        return incidents.entries(id).stream()
                .map(entry -> new Entry(
                        entry.at(), entry.kind().name().toLowerCase(Locale.ROOT), entry.by(), text(entry.said())))
                .toList();
    }

    private String text(Said said) {
        return words.say(said, Locale.ENGLISH);
    }
}
