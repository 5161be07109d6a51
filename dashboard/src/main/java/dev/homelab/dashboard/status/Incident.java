package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One trouble: its causes, and what else failed with them. It never changes; each move makes the next one.
 *
 * @param closedAt null while it lasts
 * @param severity the worst that it has had
 * @param origin empty for our own checks, or who told of it
 * @param causes the first first
 * @param affected in the order in which they failed
 */
public record Incident(
        UUID id,
        Instant openedAt,
        @Nullable Instant closedAt,
        Severity severity,
        String origin,
        List<Cause> causes,
        List<Affected> affected) {

    public Incident {
        causes = List.copyOf(causes);
        affected = List.copyOf(affected);
        if (causes.isEmpty()) {
            throw new IllegalArgumentException("An incident has a cause.");
        }
    }

    static Incident opened(Instant now, Severity severity, List<Cause> causes, List<Affected> affected) {
        return new Incident(UUID.randomUUID(), now, null, severity, "", causes, affected);
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public Duration lasted(Instant now) {
        return Duration.between(openedAt, closedAt == null ? now : closedAt);
    }

    /** One sentence: what is to blame, why, and what suffers from it. */
    public Said sentence() {
        Cause first = causes.getFirst();
        String titles = String.join(", ", causes.stream().map(Cause::title).toList());
        String suffering =
                String.join(", ", affected.stream().map(Affected::title).toList());
        String key = "incident." + first.health().key();
        return affected.isEmpty() ? Said.of(key, titles) : Said.of(key + ".affecting", titles, suffering);
    }

    boolean concerns(CheckId check) {
        return isBlamedOn(check)
                || affected.stream().anyMatch(one -> one.check().equals(check));
    }

    /** Whether one of them blames what the other has a part in. */
    boolean isAboutTheSameAs(Incident other) {
        return origin.equals(other.origin)
                && (causes.stream().anyMatch(cause -> other.concerns(cause.check()))
                        || other.causes.stream().anyMatch(cause -> concerns(cause.check())));
    }

    boolean isBlamedOn(CheckId check) {
        return causes.stream().anyMatch(cause -> cause.check().equals(check));
    }

    Incident with(Severity worst, List<Cause> newCauses, List<Affected> newAffected) {
        Severity worse = worst.compareTo(severity) < 0 ? worst : severity;
        return new Incident(id, openedAt, closedAt, worse, origin, newCauses, newAffected);
    }

    /** What became known later, without what is known already. */
    Incident joinedBy(List<Affected> more) {
        List<Affected> fresh =
                more.stream().filter(one -> !concerns(one.check())).toList();
        return fresh.isEmpty()
                ? this
                : with(
                        severity,
                        causes,
                        Stream.concat(affected.stream(), fresh.stream()).toList());
    }

    Incident closed(Instant now) {
        if (!isOpen()) {
            throw new IllegalStateException("It is closed already.");
        }
        return new Incident(id, openedAt, now, severity, origin, causes, affected);
    }
}
