package dev.homelab.dashboard.access.provider;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Discord as a place to sign in at; without id and secret it is switched off.
 *
 * @param apiUri ends in {@code /api/v10/}
 * @param admins user ids that may sign in as admins without being added first
 */
@ConfigurationProperties("homelab.sign-in.discord")
record DiscordSettings(
        String clientId,
        Secret clientSecret,
        String authorizationUri,
        String tokenUri,
        String apiUri,
        List<String> admins) {

    DiscordSettings {
        if (clientId.isBlank() != clientSecret.isMissing()) {
            throw new InvalidSetting(
                    clientId.isBlank() ? "DISCORD_CLIENT_ID" : "DISCORD_CLIENT_SECRET",
                    "is missing while the other is set",
                    "copy both from https://discord.com/developers/applications, your application, OAuth2");
        }
        for (String admin : admins) {
            if (!admin.matches("[0-9]{15,20}")) {
                throw new InvalidSetting(
                        "DASHBOARD_DISCORD_ADMINS",
                        "names '" + admin + "', which is no Discord user id",
                        "separate ids of 15 to 20 digits by commas");
            }
        }
        if (!admins.isEmpty() && clientId.isBlank()) {
            throw new InvalidSetting(
                    "DASHBOARD_DISCORD_ADMINS",
                    "is set while DISCORD_CLIENT_ID is not",
                    "set DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET too");
        }
    }

    boolean enabled() {
        return !clientId.isBlank();
    }
}
