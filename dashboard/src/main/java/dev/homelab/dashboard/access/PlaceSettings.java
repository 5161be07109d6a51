package dev.homelab.dashboard.access;

import dev.homelab.common.startup.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people reach the dashboard.
 *
 * @param url scheme, host and port, without a slash at its end
 */
@ConfigurationProperties("homelab.public")
public record PlaceSettings(String url) {

    public PlaceSettings {
        if (!url.matches("https?://[^/?#@\\s]+")) {
            throw new InvalidSetting(
                    "DASHBOARD_URL", "is '" + url + "'", "write scheme and host, such as https://admin.example.org");
        }
    }

    boolean secure() {
        return url.startsWith("https:");
    }
}
