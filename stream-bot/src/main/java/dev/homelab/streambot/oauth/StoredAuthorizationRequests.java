package dev.homelab.streambot.oauth;

import dev.homelab.streambot.encryption.TokenCipher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/** Keeps authorization requests as rows: started with one INSERT, used up with one UPDATE. */
@Component
class StoredAuthorizationRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** The attribute of an authorization request that says who is linking; absent in a sign-in. */
    static final String LINKING_STREAMER = "linking_streamer";

    private static final Logger log = LoggerFactory.getLogger(StoredAuthorizationRequests.class);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration KEPT_AFTERWARDS = Duration.ofDays(1);

    private final OAuthSessions sessions;
    private final BrowserBinding browsers;
    private final ClientRegistrationRepository registrations;
    private final TokenCipher cipher;
    private final Clock clock;

    StoredAuthorizationRequests(
            OAuthSessions sessions,
            BrowserBinding browsers,
            ClientRegistrationRepository registrations,
            TokenCipher cipher,
            Clock clock) {
        this.sessions = sessions;
        this.browsers = browsers;
        this.registrations = registrations;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Rows are used up or expire; looking at one without using it up is nothing that this service does. */
    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest started, HttpServletRequest request, HttpServletResponse response) {
        if (started == null) {
            return;
        }
        String stateHash = Hash.of(Objects.requireNonNull(started.getState()));
        String streamer = started.getAttribute(LINKING_STREAMER);
        String nonce = started.getAttribute(OidcParameterNames.NONCE);
        String secrets = started.getAttribute(PkceParameterNames.CODE_VERIFIER) + " " + (nonce == null ? "" : nonce);
        sessions.save(new OAuthSession(
                stateHash,
                browsers.bind(stateHash, LIFE, response),
                Objects.requireNonNull(started.<String>getAttribute(OAuth2ParameterNames.REGISTRATION_ID)),
                streamer == null ? null : UUID.fromString(streamer),
                cipher.encrypt(secrets, place(stateHash)),
                clock.instant().plus(LIFE)));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        String stateHash = Hash.of(state);
        String browserHash = browsers.release(stateHash, request, response);
        String platform = CallbackGuard.platform(request);
        OAuthSession session = sessions.consume(stateHash, browserHash, platform, clock.instant())
                .orElse(null);
        if (session == null) {
            logUnusable(stateHash, browserHash, platform);
            return null;
        }
        return restored(session, state);
    }

    /** People see one page for all of these, and each costs the same two statements. */
    private void logUnusable(String stateHash, String browserHash, String platform) {
        String why = sessions.findByStateHash(stateHash)
                .map(session -> session.whyUnusable(platform, browserHash, clock.instant()))
                .orElse("unknown");
        log.atInfo().addKeyValue("platform", platform).log("A callback came with a state that is {}", why);
    }

    private @Nullable OAuth2AuthorizationRequest restored(OAuthSession session, String state) {
        ClientRegistration registration = registrations.findByRegistrationId(session.platform());
        if (registration == null) {
            return null;
        }
        String[] secrets =
                cipher.decrypt(session.secrets(), place(session.getId())).split(" ", 2);
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(state)
                .attributes(attributes -> restore(attributes, session, secrets))
                .build();
    }

    private static void restore(Map<String, Object> attributes, OAuthSession session, String[] secrets) {
        attributes.put(OAuth2ParameterNames.REGISTRATION_ID, session.platform());
        attributes.put(PkceParameterNames.CODE_VERIFIER, secrets[0]);
        if (!secrets[1].isEmpty()) {
            attributes.put(OidcParameterNames.NONCE, secrets[1]);
        }
        if (session.streamerId() != null) {
            attributes.put(LINKING_STREAMER, session.streamerId().toString());
        }
    }

    private static String place(String stateHash) {
        return "oauth_session/" + stateHash;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        sessions.forgetExpired(clock.instant().minus(KEPT_AFTERWARDS));
    }
}
