package dev.homelab.dashboard.check;

import java.time.Duration;

/**
 * How often and how patiently somebody looks.
 *
 * @param every from one look to the next, 1 s to 1 day
 * @param timeout a look that takes longer has found its target down; 100 ms to 60 s, at most {@code every}
 * @param failures looks in a row that find it worse before that is believed, 1 to 10; from the first on they come each second
 * @param successes looks in a row that find it better before that is believed, 1 to 10
 */
public record Pace(Duration every, Duration timeout, int failures, int successes) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST = 10;

    public Pace {
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new InvalidCheck(Said.of("invalid.every", every.toSeconds()));
        }
        if (timeout.compareTo(SHORTEST_TIMEOUT) < 0
                || timeout.compareTo(LONGEST_TIMEOUT) > 0
                || timeout.compareTo(every) > 0) {
            throw new InvalidCheck(Said.of("invalid.timeout", timeout.toMillis()));
        }
        if (failures < 1 || failures > MOST || successes < 1 || successes > MOST) {
            throw new InvalidCheck(Said.of("invalid.in-a-row"));
        }
    }

    public static Pace of(Duration every, Duration timeout) {
        return new Pace(every, timeout, 2, 2);
    }
}
