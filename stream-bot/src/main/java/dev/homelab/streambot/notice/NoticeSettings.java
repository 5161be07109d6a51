package dev.homelab.streambot.notice;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the discord-bot is, and what it knows us by; without a token nobody is told anything on Discord.
 *
 * @param token 32 characters at least
 */
@ConfigurationProperties("homelab.notices")
record NoticeSettings(URI discordBotUrl, @DefaultValue("") Secret token) {

    private static final int SHORTEST_TOKEN = 32;

    NoticeSettings {
        if (!discordBotUrl.toString().matches("https?://.+")) {
            throw new InvalidSetting("DISCORD_BOT_URL", "is no address", "write it like http://localhost:8081");
        }
        if (!token.isMissing() && token.length() < SHORTEST_TOKEN) {
            throw new InvalidSetting(
                    "INTERNAL_TOKEN_STREAM_BOT",
                    "is shorter than " + SHORTEST_TOKEN + " characters",
                    "generate one with: openssl rand -hex 32");
        }
    }

    boolean enabled() {
        return !token.isMissing();
    }
}
