package dev.homelab.streambot.platform;

import dev.homelab.common.startup.InvalidSetting;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The settings of all platforms by id. */
@ConfigurationProperties("homelab")
public record PlatformsSettings(Map<String, PlatformSettings> platforms) {

    public PlatformsSettings {
        platforms = Map.copyOf(platforms);
        platforms.forEach((id, settings) -> settings.check(id.toUpperCase(Locale.ROOT)));
    }

    public PlatformSettings of(String id) {
        PlatformSettings settings = platforms.get(id);
        if (settings == null) {
            throw new InvalidSetting("homelab.platforms." + id, "is missing", "add its block to application.yml");
        }
        return settings;
    }
}
