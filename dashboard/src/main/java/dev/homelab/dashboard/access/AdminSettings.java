package dev.homelab.dashboard.access;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first admin, who signs in with a password. A weak one, or one that bcrypt does not take, stops the start. */
@ConfigurationProperties("homelab.admin")
record AdminSettings(String username, Secret password) {

    AdminSettings {
        if (username.isBlank()) {
            throw new InvalidSetting("ADMIN_USERNAME", "is empty", "set it, for example to admin");
        }
        if (password.length() < NewPassword.SHORTEST) {
            throw new InvalidSetting(
                    "ADMIN_PASSWORD",
                    "is missing or shorter than " + NewPassword.SHORTEST + " characters",
                    "generate one with openssl rand -base64 18");
        }
        if (NewPassword.isTooLong(password.reveal())) {
            throw new InvalidSetting(
                    "ADMIN_PASSWORD",
                    "is longer than " + NewPassword.LONGEST_BYTES + " bytes",
                    "generate one with openssl rand -base64 18");
        }
        if (NewPassword.isWeak(password.reveal(), username)) {
            throw new InvalidSetting(
                    "ADMIN_PASSWORD", "is one that everybody tries first", "generate one with openssl rand -base64 18");
        }
    }
}
