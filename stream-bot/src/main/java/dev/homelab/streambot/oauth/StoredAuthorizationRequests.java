package dev.homelab.streambot.oauth;

import dev.homelab.streambot.audit.Origin;
import dev.homelab.streambot.connection.StreamerGone;
import dev.homelab.streambot.encryption.TokenCipher;
import dev.homelab.streambot.platform.PlatformAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/** Keeps authorization requests as rows: started with one INSERT, used up with one UPDATE. */
@Component
class StoredAuthorizationRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** The attribute of an authorization request that says what it is for. */
    static final String CONSENT = "consent";

    private static final int BATCH = 1000;

    private final OAuthSessions sessions;
    private final StartedSessions started;
    private final Consumption consumption;
    private final BrowserBinding browsers;
    private final ClientRegistrationRepository registrations;
    private final TokenCipher cipher;
    private final ConsentSettings settings;
    private final Clock clock;

    StoredAuthorizationRequests(
            OAuthSessions sessions,
            StartedSessions started,
            Consumption consumption,
            BrowserBinding browsers,
            ClientRegistrationRepository registrations,
            TokenCipher cipher,
            ConsentSettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.started = started;
        this.consumption = consumption;
        this.browsers = browsers;
        this.registrations = registrations;
        this.cipher = cipher;
        this.settings = settings;
        this.clock = clock;
    }

    /** Rows are used up or expire; looking at one without using it up is nothing that this service does. */
    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            return;
        }
        String stateHash = Hash.of(Objects.requireNonNull(asked.getState()));
        String nonce = asked.getAttribute(OidcParameterNames.NONCE);
        String secrets = asked.getAttribute(PkceParameterNames.CODE_VERIFIER) + " " + (nonce == null ? "" : nonce);
        Instant now = clock.instant();
        started.insert(new OAuthSession(
                stateHash,
                browsers.bind(stateHash, settings.life(), request, response),
                Objects.requireNonNull(asked.<Consent>getAttribute(CONSENT)),
                cipher.encrypt(secrets, place(stateHash)),
                Origin.of(request),
                now,
                now.plus(settings.life())));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        String stateHash = Hash.of(state);
        String browserHash = browsers.of(stateHash, request);
        String platform = CallbackGuard.platform(request);
        String ip = Origin.of(request).ip();
        Instant now = clock.instant();
        Consumption.Consumed session =
                consumption.consume(stateHash, browserHash, platform, ip, now).orElse(null);
        if (session == null) {
            trace(request, stateHash, browserHash, platform);
            return null;
        }
        browsers.release(stateHash, response);
        CallbackTrace.consumed(request, session.consent(), now);
        return restored(session, stateHash, state);
    }

    /** People see one page for all of these, and each costs the same statements. */
    private void trace(HttpServletRequest request, String stateHash, String browserHash, String platform) {
        Optional<OAuthSession> known = sessions.findByStateHash(stateHash);
        known.ifPresent(session -> CallbackTrace.consented(request, session.consent()));
        CallbackTrace.unusable(
                request,
                known.map(session -> session.whyUnusable(platform, browserHash, clock.instant()))
                        .orElse(Unusable.UNKNOWN));
    }

    private @Nullable OAuth2AuthorizationRequest restored(
            Consumption.Consumed session, String stateHash, String state) {
        ClientRegistration registration = registration(session.consent().platform());
        if (registration == null) {
            return null;
        }
        String[] secrets = cipher.decrypt(session.secrets(), place(stateHash)).split(" ", 2);
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(state)
                .attributes(attributes -> restore(attributes, session.consent(), secrets))
                .build();
    }

    private @Nullable ClientRegistration registration(String platform) {
        try {
            return registrations.findByRegistrationId(platform);
        } catch (PlatformAway away) {
            throw new OAuth2AuthenticationException(away.getError(), away);
        }
    }

    private static void restore(Map<String, Object> attributes, Consent consent, String[] secrets) {
        attributes.put(OAuth2ParameterNames.REGISTRATION_ID, consent.platform());
        attributes.put(PkceParameterNames.CODE_VERIFIER, secrets[0]);
        if (!secrets[1].isEmpty()) {
            attributes.put(OidcParameterNames.NONCE, secrets[1]);
        }
        attributes.put(CONSENT, consent);
    }

    private static String place(String stateHash) {
        return "oauth_session/" + stateHash;
    }

    /** Forgets what was used or has expired, once it was there to be looked at for long enough. */
    int forgetOld() {
        Instant before = clock.instant().minus(settings.kept());
        int forgotten = 0;
        int batch;
        do {
            batch = sessions.forget(before, BATCH);
            forgotten += batch;
        } while (batch == BATCH);
        return forgotten;
    }

    @EventListener
    void forget(StreamerGone gone) {
        sessions.forgetOf(gone.streamer());
    }
}
