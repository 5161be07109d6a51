package dev.homelab.streambot.refresh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Platforms that are not to be asked for a while, by this instance. */
@Component
class Pauses {

    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;

    Pauses(Clock clock) {
        this.clock = clock;
    }

    /** Returns when the pause is over; a longer one that is there already stays. */
    Instant pause(String platform, Duration wait) {
        return until.merge(platform, clock.instant().plus(wait), (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean paused(String platform) {
        return clock.instant().isBefore(until.getOrDefault(platform, Instant.MIN));
    }

    List<String> open(Collection<String> platforms) {
        return platforms.stream().filter(platform -> !paused(platform)).toList();
    }
}
