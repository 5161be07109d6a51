package dev.homelab.discordbot.discord.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Whoever changes a channel again and again wins for a while: Discord lets a channel be renamed twice in ten minutes. */
@Component
class MendBudget {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<Long, Instant> mended = new ConcurrentHashMap<>();

    MendBudget(Clock clock) {
        this.clock = clock;
    }

    /** True once in ten minutes for each channel. */
    boolean take(long channelId) {
        Instant now = clock.instant();
        mended.values().removeIf(at -> !at.plus(PAUSE).isAfter(now));
        return mended.putIfAbsent(channelId, now) == null;
    }
}
