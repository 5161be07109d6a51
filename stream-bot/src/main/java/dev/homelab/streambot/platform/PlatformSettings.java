package dev.homelab.streambot.platform;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One platform's settings; without a client id and secret the platform is switched off.
 *
 * @param issuer whom id tokens and callbacks must name; empty where the platform is no OpenID provider
 */
public record PlatformSettings(
        @DefaultValue("") String clientId,
        @DefaultValue("") Secret clientSecret,
        URI authorizationUri,
        URI tokenUri,
        URI revocationUri,
        URI apiUri,
        @DefaultValue("") String issuer,
        @DefaultValue("") String jwkSetUri,
        List<String> scopes) {

    public PlatformSettings {
        clientId = clientId.strip();
        scopes = List.copyOf(scopes);
        for (URI address : List.of(authorizationUri, tokenUri, revocationUri, apiUri)) {
            if (!address.isAbsolute() || address.getHost() == null) {
                throw new InvalidSetting(
                        "a platform's address", "is '" + address + "'", "write it whole, such as https://id.twitch.tv");
            }
        }
        if (clientId.isEmpty() != clientSecret.isMissing()) {
            throw new InvalidSetting(
                    clientId.isEmpty() ? "a platform's client id" : "the client secret of '" + clientId + "'",
                    "is missing while its other half is there",
                    "set both of *_CLIENT_ID and *_CLIENT_SECRET, or neither");
        }
    }

    public boolean enabled() {
        return !clientId.isEmpty();
    }
}
