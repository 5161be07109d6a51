package dev.homelab.discordbot.discord.channel;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How often each broken thing was tried to be mended since the start. */
@Component
class Tries {

    private static final int SOON = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    private final Map<Thing, Integer> failures = new ConcurrentHashMap<>();

    private record Thing(long guildId, String what) {}

    void failed(long guildId, String what) {
        failures.merge(new Thing(guildId, what), 1, Integer::sum);
    }

    /** What is no longer broken is forgotten, be it that it was mended or that nobody needs it any more. */
    void keepOnly(long guildId, Set<String> broken) {
        failures.keySet().removeIf(each -> each.guildId() == guildId && !broken.contains(each.what()));
    }

    /** How long to wait before the next try in the server; empty when what is broken can wait for the next round. */
    Optional<Duration> pause(long guildId) {
        return failures.entrySet().stream()
                .filter(each -> each.getKey().guildId() == guildId && each.getValue() < SOON)
                .map(Map.Entry::getValue)
                .min(Integer::compare)
                .map(failed -> FIRST_WAIT.multipliedBy(1L << (failed - 1)));
    }
}
