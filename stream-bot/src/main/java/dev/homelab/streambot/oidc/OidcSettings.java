package dev.homelab.streambot.oidc;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import dev.homelab.streambot.platform.PlatformSettings;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID provider; without a client id and secret it is switched off.
 *
 * @param issuer as its discovery document names it, to the letter
 * @param title what is written on the button
 * @param scopes with {@code openid}, apart by commas or spaces; {@code offline_access} is what makes many providers give a refresh token
 */
@ConfigurationProperties("homelab.oidc")
record OidcSettings(
        @DefaultValue("") String clientId,
        @DefaultValue("") Secret clientSecret,
        @DefaultValue("") String issuer,
        @DefaultValue("OpenID") String title,

        @DefaultValue({"openid", "profile", "offline_access"})
        List<String> scopes) {

    OidcSettings {
        clientId = clientId.strip();
        issuer = issuer.strip();
        scopes = scopes.stream()
                .flatMap(words -> Stream.of(words.strip().split("\\s+")))
                .toList();
        if (clientId.isEmpty() != clientSecret.isMissing()) {
            throw new InvalidSetting(
                    clientId.isEmpty() ? "OIDC_CLIENT_ID" : "OIDC_CLIENT_SECRET",
                    "is missing while its other half is there",
                    "set both, or neither to switch the provider off");
        }
        if (!clientId.isEmpty()) {
            check(issuer, title, scopes);
        }
    }

    private static void check(String issuer, String title, List<String> scopes) {
        if (!issuer.matches("https?://[^?#@\\s]{1,150}")) {
            throw new InvalidSetting(
                    "OIDC_ISSUER", "is '" + issuer + "'", "write it as the provider does, such as https://id.example");
        }
        if (title.isBlank() || title.length() > 40) {
            throw new InvalidSetting("OIDC_TITLE", "is empty or longer than 40 characters", "write a name for people");
        }
        if (!scopes.contains("openid")) {
            throw new InvalidSetting("OIDC_SCOPES", "does not contain openid", "add it: openid,profile,offline_access");
        }
    }

    /** What every platform has; where this one is asked is not among it. */
    PlatformSettings common() {
        return new PlatformSettings(clientId, clientSecret, "", "", "", "", "", issuer, "", false, scopes, List.of());
    }
}
