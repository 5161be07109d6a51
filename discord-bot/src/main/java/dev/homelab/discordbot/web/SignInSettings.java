package dev.homelab.discordbot.web;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Discord as a place to sign in with; without a client id and a secret nobody can.
 *
 * @param apiUri ends in {@code /api/v10/}
 */
@ConfigurationProperties("homelab.sign-in")
record SignInSettings(String clientId, Secret clientSecret, String authorizationUri, String tokenUri, String apiUri) {

    SignInSettings {
        if (clientId.isBlank() != clientSecret.isMissing()) {
            throw new InvalidSetting(
                    clientId.isBlank() ? "DISCORD_CLIENT_ID" : "DISCORD_CLIENT_SECRET",
                    "is missing while the other is set",
                    "copy both from https://discord.com/developers/applications, your application, OAuth2");
        }
    }

    boolean enabled() {
        return !clientId.isBlank();
    }

    String authorizationOrigin() {
        URI address = URI.create(authorizationUri);
        return address.getScheme() + "://" + address.getAuthority();
    }
}
