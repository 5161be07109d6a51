package dev.homelab.streambot.oauth;

import dev.homelab.common.startup.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long consents live.
 *
 * @param life from the click to the callback, one minute to an hour
 * @param kept how long used and expired ones can be looked at, and what the audit has of nobody's and of hand-outs
 */
@ConfigurationProperties("homelab.consent")
record ConsentSettings(
        @DefaultValue("10m") Duration life,
        @DefaultValue("30d") Duration kept) {

    ConsentSettings {
        if (life.compareTo(Duration.ofMinutes(1)) < 0 || life.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidSetting("CONSENT_LIFE", "is not within 1 minute and 1 hour", "set it to 10m");
        }
        if (kept.compareTo(Duration.ofDays(1)) < 0) {
            throw new InvalidSetting("CONSENT_KEPT", "is shorter than a day", "set it to 30d");
        }
    }
}
