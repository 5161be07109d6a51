package dev.homelab.dashboard.history;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How finely time is cut; days are those of UTC. */
public enum Grain {
    MINUTE(ChronoUnit.MINUTES, Duration.ofDays(14)),
    HOUR(ChronoUnit.HOURS, Duration.ofDays(365)),
    DAY(ChronoUnit.DAYS, null);

    private final ChronoUnit unit;
    private final @Nullable Duration kept;

    Grain(ChronoUnit unit, @Nullable Duration kept) {
        this.unit = unit;
        this.kept = kept;
    }

    public ChronoUnit unit() {
        return unit;
    }

    public Duration length() {
        return unit.getDuration();
    }

    /** What it is added up from; empty where that are the looks themselves. */
    Optional<Grain> finer() {
        return switch (this) {
            case MINUTE -> Optional.empty();
            case HOUR -> Optional.of(MINUTE);
            case DAY -> Optional.of(HOUR);
        };
    }

    /** Null for ever. */
    @Nullable
    Duration kept() {
        return kept;
    }

    /** As PostgreSQL's {@code date_trunc} calls it, which is also how its table is named. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String table() {
        return "look_" + key();
    }
}
