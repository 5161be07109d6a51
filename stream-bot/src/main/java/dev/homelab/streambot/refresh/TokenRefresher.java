package dev.homelab.streambot.refresh;

import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.Death;
import dev.homelab.streambot.connection.Tokens;
import dev.homelab.streambot.encryption.Undecipherable;
import dev.homelab.streambot.platform.Platforms;
import dev.homelab.streambot.platform.TokenRefused;
import dev.homelab.streambot.refresh.RefreshOutcome.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

/** How a token is renewed: a call to the platform, and what its answer means. */
@Component
class TokenRefresher {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** In which somebody may see that they have set another client than they wanted. */
    private static final Duration LONGEST_REFUSAL = Duration.ofHours(18);

    private static final int MOST_REFUSALS = 24;

    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);
    private static final Duration LOOKED_AT_AGAIN = Duration.ofDays(1);

    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> endpoint;
    private final ClientRegistrationRepository registrations;
    private final Platforms platforms;
    private final Claims claims;
    private final Clock clock;

    TokenRefresher(
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> endpoint,
            ClientRegistrationRepository registrations,
            Platforms platforms,
            Claims claims,
            Clock clock) {
        this.endpoint = endpoint;
        this.registrations = registrations;
        this.platforms = platforms;
        this.claims = claims;
        this.clock = clock;
    }

    RefreshOutcome refresh(Connection claimed) {
        try {
            Optional<String> newest = claims.refreshToken(claimed);
            if (newest.isEmpty()) {
                return withoutRefreshToken(claimed);
            }
            RefreshOutcome outcome = ask(claimed, newest.get());
            return outcome instanceof RefreshOutcome.Dead dead ? secondTry(claimed, dead) : outcome;
        } catch (Undecipherable unreadable) {
            return unreadable.isKeyMissing()
                    ? new RefreshOutcome.Stuck(new Failure(0, "its key is not here"))
                    : new RefreshOutcome.Dead(Death.UNREADABLE, new Failure(0, ""));
        }
    }

    /** A link of a platform without features is there to sign in with, for which no token has to work. */
    private RefreshOutcome withoutRefreshToken(Connection claimed) {
        Instant now = clock.instant();
        if (claimed.expiresAt().isAfter(now)) {
            return new RefreshOutcome.Unrenewable(claimed.expiresAt());
        }
        return platforms.named(claimed.platform()).settings().features().isEmpty()
                ? new RefreshOutcome.Unrenewable(now.plus(LOOKED_AT_AGAIN))
                : new RefreshOutcome.Dead(Death.NOTHING_TO_RENEW_WITH, new Failure(0, ""));
    }

    /** The newest is dead: the one before may not be, where the platform never came to know of its successor. */
    private RefreshOutcome secondTry(Connection claimed, RefreshOutcome.Dead dead) {
        return claims.previousRefreshToken(claimed)
                .map(previous -> ask(claimed, previous))
                .filter(outcome -> !(outcome instanceof RefreshOutcome.Dead))
                .orElse(dead);
    }

    private RefreshOutcome ask(Connection claimed, String refreshToken) {
        try {
            return new RefreshOutcome.Refreshed(tokens(claimed, refreshToken));
        } catch (TokenRefused refused) {
            return meaning(claimed, refused);
        } catch (OAuth2AuthorizationException unusable) {
            return new RefreshOutcome.TryAgain(new Failure(0, ""));
        }
    }

    private Tokens tokens(Connection claimed, String refreshToken) {
        ClientRegistration registration = registrations.findByRegistrationId(claimed.platform());
        if (registration == null) {
            throw new IllegalStateException(claimed.platform() + " is switched off");
        }
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, claims.accessToken(claimed), null, claimed.expiresAt());
        OAuth2AccessTokenResponse answer = endpoint.getTokenResponse(
                new OAuth2RefreshTokenGrantRequest(registration, access, new OAuth2RefreshToken(refreshToken, null)));
        Duration grantLife = answer.getAdditionalParameters().isEmpty()
                ? null
                : platforms
                        .named(claimed.platform())
                        .renewedGrantLife(answer.getAdditionalParameters())
                        .orElse(null);
        return Tokens.of(answer.getAccessToken(), answer.getRefreshToken(), grantLife, clock.instant());
    }

    private RefreshOutcome meaning(Connection claimed, TokenRefused refused) {
        Failure failure = new Failure(refused.status(), refused.code().isEmpty() ? refused.detail() : refused.code());
        boolean throttled = refused.status() == TOO_MANY_REQUESTS
                || (refused.status() == UNAVAILABLE && refused.retryAfter().isPresent());
        if (throttled) {
            return new RefreshOutcome.Throttled(refused.retryAfter().orElse(USUAL_WAIT), failure);
        }
        return switch (platforms.named(claimed.platform()).meaning(refused)) {
            case GRANT_IS_DEAD ->
                new RefreshOutcome.Dead(
                        claimed.wasInterrupted() ? Death.RENEWAL_INTERRUPTED : Death.GRANT_ENDED, failure);
            case WE_ARE_MISCONFIGURED -> new RefreshOutcome.OurFault(failure);
            case THIS_LINK_IS_REFUSED ->
                claimed.failures() < MOST_REFUSALS
                                || clock.instant().isBefore(claimed.expiresAt().plus(LONGEST_REFUSAL))
                        ? new RefreshOutcome.Stuck(failure)
                        : new RefreshOutcome.Dead(Death.GRANT_ENDED, failure);
            case UNCLEAR -> new RefreshOutcome.TryAgain(failure);
        };
    }
}
