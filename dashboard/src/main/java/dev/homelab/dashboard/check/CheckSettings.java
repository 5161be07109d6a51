package dev.homelab.dashboard.check;

import dev.homelab.common.startup.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this system itself is watched, and where more checks are written down.
 *
 * @param every from one look at one of our own parts to the next, 1 s to 1 h
 * @param file of more checks, as JSON; empty for none
 * @param outside what people's browsers ask, through the proxy; empty where there is no proxy
 */
@ConfigurationProperties("homelab.checks")
public record CheckSettings(
        @DefaultValue("3s") Duration every,
        @DefaultValue("") String file,
        @DefaultValue("") String outside) {

    public CheckSettings {
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidSetting("CHECK_EVERY", "is not between a second and an hour", "set it to 3s");
        }
    }
}
