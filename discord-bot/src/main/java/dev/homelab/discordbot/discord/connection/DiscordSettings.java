package dev.homelab.discordbot.discord.connection;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Discord is and who we are there.
 *
 * @param botToken without one Discord is switched off
 * @param apiUrl ends in {@code /api/v10/}
 * @param gatewayUrl blank asks Discord for it, as Discord wants it
 * @param messageContent whether to ask for the privileged intent that transcripts need
 * @param shards into how many parts the servers are split; an instance connects every part that no other holds
 * @param callsPerSecond counted calls to Discord, which allows 50: 1 to 50
 * @param patience how long a call may wait for its turn, and whoever opens a ticket for an answer; at least a second
 * @param lease after which another instance takes over from one that died; at least a second
 */
@ConfigurationProperties("homelab.discord")
record DiscordSettings(
        @DefaultValue("") Secret botToken,
        @DefaultValue("https://discord.com/api/v10/") String apiUrl,
        @DefaultValue("") String gatewayUrl,
        @DefaultValue("true") boolean messageContent,
        @DefaultValue("1") int shards,
        @DefaultValue("50") int callsPerSecond,
        @DefaultValue("60s") Duration patience,
        @DefaultValue("15s") Duration lease) {

    private static final Duration SECOND = Duration.ofSeconds(1);

    DiscordSettings {
        requireScheme("DISCORD_API_URL", apiUrl, "http");
        if (!apiUrl.endsWith("/")) {
            throw new InvalidSetting("DISCORD_API_URL", "must end in /", "write it like https://discord.com/api/v10/");
        }
        if (!gatewayUrl.isBlank()) {
            requireScheme("DISCORD_GATEWAY_URL", gatewayUrl, "ws");
        }
        requireRange("DISCORD_SHARDS", shards, 1000);
        requireRange("DISCORD_BOT_CALLS_PER_SECOND", callsPerSecond, 50);
        if (patience.compareTo(SECOND) < 0 || lease.compareTo(SECOND) < 0) {
            throw new InvalidSetting(
                    patience.compareTo(SECOND) < 0 ? "DISCORD_PATIENCE" : "DISCORD_LEASE",
                    "must be a second or more",
                    "write it like 60s, or leave it out");
        }
    }

    boolean isOff() {
        return botToken.isMissing();
    }

    private static void requireRange(String setting, int value, int most) {
        if (value < 1 || value > most) {
            throw new InvalidSetting(setting, "must be 1 to " + most, "leave it out for what fits most");
        }
    }

    private static void requireScheme(String setting, @Nullable String address, String scheme) {
        if (address == null || !address.matches(scheme + "s?://.+")) {
            throw new InvalidSetting(
                    setting, "is not an address", "write it like " + scheme + "s://discord.com/, or leave it out");
        }
    }
}
