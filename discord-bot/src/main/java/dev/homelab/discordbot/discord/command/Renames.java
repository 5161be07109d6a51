package dev.homelab.discordbot.discord.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Discord lets a channel be renamed twice in ten minutes, and lets whoever tries it once more wait so long that closing the
 * ticket would have to wait as well.
 */
@Component
class Renames {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<Long, Last> last = new HashMap<>();

    private record Last(Instant one, Instant another) {}

    Renames(Clock clock) {
        this.clock = clock;
    }

    /** True twice in ten minutes for each thread. */
    synchronized boolean take(long threadId) {
        Instant now = clock.instant();
        Instant old = now.minus(PAUSE);
        last.values().removeIf(each -> !each.another().isAfter(old));
        Last before = last.getOrDefault(threadId, new Last(Instant.EPOCH, Instant.EPOCH));
        if (before.one().isAfter(old)) {
            return false;
        }
        last.put(threadId, new Last(before.another(), now));
        return true;
    }
}
