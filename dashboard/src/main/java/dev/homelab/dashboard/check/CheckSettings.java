package dev.homelab.dashboard.check;

import dev.homelab.common.startup.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the checks run.
 *
 * @param every the pause between two rounds, at least 1 s
 * @param deadline how long a round waits for its checks
 */
@ConfigurationProperties("homelab.checks")
public record CheckSettings(Duration every, Duration deadline) {

    public CheckSettings {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidSetting("CHECK_EVERY", "is shorter than a second", "set it to 2s or more");
        }
    }
}
