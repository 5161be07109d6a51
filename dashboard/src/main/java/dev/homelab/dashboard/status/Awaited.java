package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks that an incident from before the start speaks of and that are not there yet, as those of the stream-bot's
 * platforms: for a while that does not mean that they are over.
 */
final class Awaited {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<CheckId, Instant> until = new HashMap<>();

    void expect(Incident earlier, Instant now) {
        Stream.concat(
                        earlier.causes().stream().map(Cause::check),
                        earlier.affected().stream().map(Affected::check))
                .forEach(check -> until.putIfAbsent(check, now.plus(PATIENCE)));
    }

    void forgetThoseThatCameOrDoNotCome(Picture picture) {
        picture.checks().forEach(check -> until.remove(check.id()));
        until.values().removeIf(end -> !picture.at().isBefore(end));
    }

    boolean includes(CheckId check) {
        return until.containsKey(check);
    }
}
