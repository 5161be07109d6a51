package dev.homelab.dashboard.access;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first admin, who signs in with a password. */
@ConfigurationProperties("homelab.admin")
record AdminSettings(String username, Secret password) {

    private static final int SHORTEST = 12;

    AdminSettings {
        if (username.isBlank()) {
            throw new InvalidSetting("ADMIN_USERNAME", "is empty", "set it, for example to admin");
        }
        if (password.length() < SHORTEST) {
            throw new InvalidSetting(
                    "ADMIN_PASSWORD",
                    "is missing or shorter than " + SHORTEST + " characters",
                    "generate one with openssl rand -base64 18");
        }
    }
}
