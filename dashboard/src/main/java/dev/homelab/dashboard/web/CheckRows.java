package dev.homelab.dashboard.web;

import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.history.Past;
import dev.homelab.dashboard.history.Pasts;
import dev.homelab.dashboard.history.Span;
import dev.homelab.dashboard.status.CheckStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws checks for a reader. */
@Component
public class CheckRows {

    private final Words words;
    private final Pasts pasts;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Map<CheckId, Drawn> drawn = new ConcurrentHashMap<>();

    CheckRows(Words words, Pasts pasts, Catalogue catalogue, Clock clock) {
        this.words = words;
        this.pasts = pasts;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public CheckRow of(CheckStatus status, Reader reader) {
        Past past = pasts.of(status.id());
        return new CheckRow(
                status.id().value(),
                status.definition().title(),
                status.health().key(),
                tone(status),
                words.say(Said.of("state." + stateKey(status)), reader.locale()),
                words.say(detail(status), reader.locale()),
                reader.moments().time(status.since()),
                bars(status.id(), past),
                Percent.of(past.sum(Span.QUARTER).uptime(), reader.locale()));
    }

    /** The bars of a past that is read anew each minute only. */
    private record Drawn(Past past, Instant today, Bars bars) {}

    @SuppressWarnings("ReferenceEquality")
    private Bars bars(CheckId check, Past past) {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        return drawn.compute(
                        check,
                        (_, known) -> known != null
                                        && known.past() == past
                                        && known.today().equals(today)
                                ? known
                                : new Drawn(past, today, Bars.of(past, today)))
                .bars();
    }

    public static String tone(CheckStatus status) {
        if (status.paused()) {
            return "unknown";
        }
        return status.isAffected() ? "warn" : tone(status.health());
    }

    /** The colour of a health. */
    public static String tone(Health health) {
        return health == Health.DEGRADED ? "warn" : health.key();
    }

    private static String stateKey(CheckStatus status) {
        if (status.paused()) {
            return "paused";
        }
        return status.isAffected() ? "affected" : status.health().key();
    }

    private Said detail(CheckStatus status) {
        return status.isAffected()
                ? Said.of(
                        "row.affected",
                        status.causes().stream().map(this::title).collect(Collectors.joining(", ")))
                : status.finding().said();
    }

    private String title(CheckId id) {
        return catalogue.find(id).map(Definition::title).orElse(id.value());
    }
}
