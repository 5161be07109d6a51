package dev.homelab.local.discord.world;

import java.time.Clock;
import java.time.Instant;

/** Ids that sort by the time of their making, as Discord's do. */
public final class Snowflakes {

    private static final long DISCORD_EPOCH = 1_420_070_400_000L;

    private final Clock clock;
    private long last;

    Snowflakes(Clock clock) {
        this.clock = clock;
    }

    synchronized long next() {
        last = Math.max((clock.millis() - DISCORD_EPOCH) << 22, last + 1);
        return last;
    }

    /** Keeps later ids above one that was read from saved state. */
    synchronized void notBelow(long id) {
        last = Math.max(last, id);
    }

    public static Instant timeOf(long id) {
        return Instant.ofEpochMilli((id >>> 22) + DISCORD_EPOCH);
    }

    /** The id that was written as {@code text}; refused with 50035 when it is none. */
    public static long parse(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            FormErrors errors = new FormErrors();
            errors.add("id", "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.");
            throw errors.refusal();
        }
    }
}
