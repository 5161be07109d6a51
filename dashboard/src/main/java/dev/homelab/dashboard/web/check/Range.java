package dev.homelab.dashboard.web.check;

import dev.homelab.dashboard.history.Grain;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** What a chart shows. */
enum Range {
    DAY(Grain.MINUTE, Duration.ofDays(1), Duration.ofHours(4), Duration.ofMinutes(10)),
    FORTNIGHT(Grain.HOUR, Duration.ofDays(14), Duration.ofDays(2), Duration.ofHours(1)),
    YEAR(Grain.DAY, Duration.ofDays(365), Duration.ofDays(61), Duration.ofDays(1));

    private final Grain grain;
    private final Duration length;
    private final Duration tick;
    private final Duration step;

    Range(Grain grain, Duration length, Duration tick, Duration step) {
        this.grain = grain;
        this.length = length;
        this.tick = tick;
        this.step = step;
    }

    /** The day for whatever is no range. */
    static Range of(String key) {
        return Arrays.stream(values())
                .filter(range -> range.key().equals(key))
                .findFirst()
                .orElse(DAY);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Grain grain() {
        return grain;
    }

    Duration length() {
        return length;
    }

    Duration tick() {
        return tick;
    }

    /** One point of the line stands for so much. */
    Duration step() {
        return step;
    }
}
