package dev.homelab.dashboard.maintenance;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * A time in which some checks may fail: they are looked at, and neither counted nor told.
 *
 * @param checks none means all
 * @param starts of the first time
 * @param ends of the first time; within 30 days, and within the repetition
 * @param zone in whose clock the repetitions are, over changes of summer time
 */
public record Maintenance(
        UUID id, String title, Set<CheckId> checks, Instant starts, Instant ends, Repeat repeat, ZoneId zone) {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public Maintenance {
        checks = Set.copyOf(checks);
        Duration length = Duration.between(starts, ends);
        Duration most = repeat == Repeat.ONCE ? LONGEST : repeat.unit.getDuration();
        if (length.isNegative() || length.isZero() || length.compareTo(most) > 0) {
            throw new InvalidCheck(Said.of("invalid.maintenance"));
        }
        if (starts.isBefore(Instant.EPOCH) || ends.isAfter(LATEST)) {
            throw new InvalidCheck(Said.of("invalid.time"));
        }
        if (Definition.isNoName(title)) {
            throw new InvalidCheck(Said.of("invalid.title"));
        }
    }

    /** How often it comes again. */
    public enum Repeat {
        ONCE(ChronoUnit.FOREVER),
        DAILY(ChronoUnit.DAYS),
        WEEKLY(ChronoUnit.WEEKS);

        private final ChronoUnit unit;

        Repeat(ChronoUnit unit) {
            this.unit = unit;
        }
    }

    boolean covers(CheckId check, Instant at) {
        return (checks.isEmpty() || checks.contains(check)) && isOn(at);
    }

    /** From its start, inclusive, to its end, exclusive. When summer time changes, an hour is missing or comes twice, so neighbours count. */
    public boolean isOn(Instant at) {
        if (at.isBefore(starts)) {
            return false;
        }
        if (repeat == Repeat.ONCE) {
            return at.isBefore(ends);
        }
        ZonedDateTime first = starts.atZone(zone);
        long times = repeat.unit.between(first, at.atZone(zone));
        return LongStream.rangeClosed(Math.max(0, times - 1), times + 1)
                .mapToObj(time -> first.plus(time, repeat.unit)
                        .withEarlierOffsetAtOverlap()
                        .toInstant())
                .anyMatch(start -> !at.isBefore(start) && at.isBefore(start.plus(Duration.between(starts, ends))));
    }
}
