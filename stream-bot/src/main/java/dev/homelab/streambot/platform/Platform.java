package dev.homelab.streambot.platform;

import java.util.Map;

/** A platform that streamers can link; each has one package and one block of {@code application.yml}. */
public interface Platform {

    /** The name in paths, settings and the database: lower case, never changed. */
    String id();

    /** The name that people read. */
    String title();

    PlatformSettings settings();

    /** What the platform wants beside OAuth's own parameters when consent starts. */
    default Map<String, Object> authorizationParameters() {
        return Map.of();
    }

    /**
     * Asks whose access token this is.
     *
     * @param claims of the id token, empty where the platform gives none
     * @throws org.springframework.web.client.RestClientException when the platform does not tell
     * @throws UnusableAnswer when it tells something else
     */
    PlatformAccount account(String accessToken, Map<String, Object> claims);

    /** What the platform means by a refusal to give tokens. */
    RefusalMeaning meaning(TokenRefused refusal);

    /**
     * Ends a grant at the platform; a token that is dead already is no error.
     *
     * @throws org.springframework.web.client.RestClientException when the platform did not do it
     */
    void revoke(String token);
}
