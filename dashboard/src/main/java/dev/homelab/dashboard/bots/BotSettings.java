package dev.homelab.dashboard.bots;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other services are.
 *
 * @param backupUrl null where there is no backup worker
 * @param token what they know the dashboard by
 */
@ConfigurationProperties("homelab.bots")
public record BotSettings(
        URI discordBotUrl, URI streamBotUrl, @Nullable URI backupUrl, Secret token) {

    public BotSettings {
        if (token.isMissing()) {
            throw new InvalidSetting(
                    "INTERNAL_TOKEN_DASHBOARD",
                    "is missing",
                    "generate one with openssl rand -hex 32 and give it to the dashboard and both bots");
        }
    }

    public boolean hasBackup() {
        return backupUrl != null && !backupUrl.toString().isEmpty();
    }
}
