package dev.homelab.streambot.oauth;

import dev.homelab.streambot.connection.LinkRefused;
import dev.homelab.streambot.connection.Linking;
import dev.homelab.streambot.connection.Streamer;
import dev.homelab.streambot.connection.Tokens;
import dev.homelab.streambot.platform.PlatformAccount;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** Turns a finished consent into a signed-in streamer, new or known, or into one more link of the present one. */
@Component
class SignIn implements Converter<OAuth2LoginAuthenticationToken, OAuth2AuthenticationToken> {

    static final String SOMEBODY_ELSE = "somebody_else";

    private final Linking linking;
    private final Clock clock;

    SignIn(Linking linking, Clock clock) {
        this.linking = linking;
        this.clock = clock;
    }

    @Override
    public OAuth2AuthenticationToken convert(OAuth2LoginAuthenticationToken login) {
        if (!(login.getPrincipal() instanceof AccountUser user)) {
            throw new IllegalStateException("a consent without an account");
        }
        String platform = login.getClientRegistration().getRegistrationId();
        OAuth2AuthorizationRequest asked = login.getAuthorizationExchange().getAuthorizationRequest();
        Tokens tokens = Tokens.of(
                        Objects.requireNonNull(login.getAccessToken()),
                        login.getRefreshToken(),
                        user.grantLife(),
                        clock.instant())
                .orScopes(asked.getScopes());
        Consent consent = Objects.requireNonNull(asked.<Consent>getAttribute(StoredAuthorizationRequests.CONSENT));
        Streamer streamer = consent.purpose() == Purpose.SIGN_IN
                ? linking.signIn(platform, user.account(), tokens)
                : link(consent, user.account(), tokens);
        SignedIn signedIn = new SignedIn(streamer);
        return new OAuth2AuthenticationToken(signedIn, signedIn.getAuthorities(), platform);
    }

    /** Whoever finishes a link must be who started it, in whatever browser tabs happened in between. */
    private Streamer link(Consent consent, PlatformAccount account, Tokens tokens) {
        Streamer present = SignedIn.current()
                .map(SignedIn::streamer)
                .filter(streamer -> streamer.id().equals(consent.streamerId()))
                .orElseThrow(() -> refusal(SOMEBODY_ELSE, null));
        try {
            linking.link(present, consent.connectionId(), consent.platform(), account, tokens);
        } catch (LinkRefused refused) {
            throw refusal(code(refused.reason()), refused);
        }
        return present;
    }

    private static String code(LinkRefused.Reason reason) {
        return reason == LinkRefused.Reason.STREAMER_GONE
                ? SOMEBODY_ELSE
                : reason.name().toLowerCase(Locale.ROOT);
    }

    private static OAuth2AuthenticationException refusal(String code, @Nullable Throwable cause) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), code, cause);
    }
}
