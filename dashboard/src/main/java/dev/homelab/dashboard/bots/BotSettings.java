package dev.homelab.dashboard.bots;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the bots are.
 *
 * @param token what the bots know the dashboard by
 */
@ConfigurationProperties("homelab.bots")
record BotSettings(URI discordBotUrl, URI streamBotUrl, Secret token) {

    BotSettings {
        if (token.isMissing()) {
            throw new InvalidSetting(
                    "INTERNAL_TOKEN_DASHBOARD",
                    "is missing",
                    "generate one with openssl rand -hex 32 and give it to the dashboard and both bots");
        }
    }
}
