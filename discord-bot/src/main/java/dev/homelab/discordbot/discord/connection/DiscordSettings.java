package dev.homelab.discordbot.discord.connection;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Discord is and who we are there.
 *
 * @param apiUrl ends in {@code /api/v10/}
 * @param gatewayUrl blank asks Discord for it, as Discord wants it
 * @param messageContent whether to ask for the privileged intent that transcripts need
 */
@ConfigurationProperties("homelab.discord")
record DiscordSettings(
        @DefaultValue("") Secret botToken,
        @DefaultValue("https://discord.com/api/v10/") String apiUrl,
        @DefaultValue("") String gatewayUrl,
        @DefaultValue("true") boolean messageContent) {

    DiscordSettings {
        if (botToken.isMissing()) {
            throw new InvalidSetting(
                    "DISCORD_BOT_TOKEN",
                    "is missing",
                    "copy it from https://discord.com/developers/applications, your application, Bot");
        }
        requireScheme("DISCORD_API_URL", apiUrl, "http");
        if (!apiUrl.endsWith("/")) {
            throw new InvalidSetting("DISCORD_API_URL", "must end in /", "write it like https://discord.com/api/v10/");
        }
        if (!gatewayUrl.isBlank()) {
            requireScheme("DISCORD_GATEWAY_URL", gatewayUrl, "ws");
        }
    }

    private static void requireScheme(String setting, @Nullable String address, String scheme) {
        if (address == null || !address.matches(scheme + "s?://.+")) {
            throw new InvalidSetting(
                    setting, "is not an address", "write it like " + scheme + "s://discord.com/, or leave it out");
        }
    }
}
