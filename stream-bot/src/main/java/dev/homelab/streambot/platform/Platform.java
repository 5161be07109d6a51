package dev.homelab.streambot.platform;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A platform that streamers can link; each has one package and one block of {@code application.yml}. */
public interface Platform {

    /** The name in paths, settings and the database: lower case, never changed. */
    String id();

    /** The name that people read. */
    String title();

    PlatformSettings settings();

    /** Whether people may sign in with it; otherwise they can only link it once they have signed in. */
    default boolean signIn() {
        return true;
    }

    /**
     * Where consent and tokens are asked for.
     *
     * @throws PlatformAway when that has to be looked up, and cannot be now
     */
    default Endpoints endpoints() {
        return settings().endpoints();
    }

    /** The address that a browser is sent to for consent, as far as it is known without asking; never waits. */
    default String consentAddress() {
        return settings().authorizationUri();
    }

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

    /**
     * How long a grant lives at most from its consent on, whatever we do.
     *
     * @param answer the parameters of the token answer that OAuth does not know
     */
    default Optional<Duration> grantLife(Map<String, Object> answer) {
        return Optional.empty();
    }

    /** The same for the answer to a renewal, where it begins anew with it. */
    default Optional<Duration> renewedGrantLife(Map<String, Object> answer) {
        return Optional.empty();
    }

    /** After how long without use the platform ends a grant; empty where it does not. */
    default Optional<Duration> unusedLife() {
        return Optional.empty();
    }

    /** How often the platform wants every token to be validated; empty where it does not. */
    default Optional<Duration> validationInterval() {
        return Optional.empty();
    }

    /**
     * Asks whether a token is still good; only where {@link #validationInterval()} is not empty.
     *
     * @throws org.springframework.web.client.RestClientException when the platform does not tell
     */
    default boolean validate(String accessToken) {
        throw new UnsupportedOperationException(title() + " validates no tokens");
    }

    /** What the platform means by a refusal to give tokens. */
    RefusalMeaning meaning(TokenRefused refusal);

    /**
     * Ends a grant at the platform; a token that is dead already is no error.
     *
     * @throws org.springframework.web.client.RestClientException when the platform did not do it
     */
    void revoke(String token);
}
