package dev.homelab.streambot.limit;

import dev.homelab.common.startup.InvalidSetting;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * How often in a minute; a few at once are as good as spread out.
 *
 * @param setting the name under which an operator changes it
 * @param perMinute one at least
 */
record Limit(String setting, int perMinute) {

    Limit {
        if (perMinute < 1) {
            throw new InvalidSetting(setting, "is " + perMinute, "set it to 1 at least");
        }
    }

    BucketConfiguration bucket() {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
