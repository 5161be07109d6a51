package dev.homelab.streambot.refresh;

import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.Tokens;
import dev.homelab.streambot.encryption.Undecipherable;
import dev.homelab.streambot.platform.Platforms;
import dev.homelab.streambot.platform.TokenRefused;
import java.time.Clock;
import java.time.Duration;
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

/** How a token is renewed: one call to the platform, and what its answer means. */
@Component
class TokenRefresher {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

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

    RefreshOutcome refresh(Connection connection) {
        try {
            Optional<String> refreshToken = claims.refreshToken(connection);
            return refreshToken.isEmpty()
                    ? new RefreshOutcome.Revoked("there is no refresh token")
                    : new RefreshOutcome.Refreshed(ask(connection, refreshToken.get()));
        } catch (TokenRefused refused) {
            return meaning(connection, refused);
        } catch (OAuth2AuthorizationException unusable) {
            return new RefreshOutcome.RetryLater("no usable answer");
        } catch (Undecipherable keyIsGone) {
            return new RefreshOutcome.RetryLater("the stored token cannot be decrypted");
        }
    }

    private Tokens ask(Connection connection, String refreshToken) {
        ClientRegistration registration = registrations.findByRegistrationId(connection.platform());
        if (registration == null) {
            throw new IllegalStateException(connection.platform() + " is switched off");
        }
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, claims.accessToken(connection), null, connection.expiresAt());
        var grant =
                new OAuth2RefreshTokenGrantRequest(registration, access, new OAuth2RefreshToken(refreshToken, null));
        OAuth2AccessTokenResponse answer = endpoint.getTokenResponse(grant);
        OAuth2RefreshToken kept = answer.getRefreshToken();
        return Tokens.of(answer.getAccessToken(), kept, null, clock.instant());
    }

    private RefreshOutcome meaning(Connection connection, TokenRefused refused) {
        boolean throttled = refused.status() == TOO_MANY_REQUESTS
                || (refused.status() == UNAVAILABLE && refused.retryAfter().isPresent());
        if (throttled) {
            return new RefreshOutcome.Throttled(refused.retryAfter().orElse(USUAL_WAIT));
        }
        return switch (platforms.named(connection.platform()).meaning(refused)) {
            case GRANT_IS_DEAD -> new RefreshOutcome.Revoked("the platform has ended the grant");
            case WE_ARE_MISCONFIGURED -> new RefreshOutcome.Misconfigured(refused.status());
            case UNCLEAR -> new RefreshOutcome.RetryLater("status " + refused.status());
        };
    }
}
