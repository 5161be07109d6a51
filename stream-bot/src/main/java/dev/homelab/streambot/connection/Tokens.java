package dev.homelab.streambot.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/**
 * What a platform has handed out, in clear.
 *
 * @param grantEnds when the platform ends the grant whatever we do; null when nothing is known
 * @param refreshToken null where the platform gave none, which means: the one you have stays
 */
public record Tokens(
        String accessToken,
        @Nullable String refreshToken,
        Instant issuedAt,
        Instant expiresAt,
        Set<String> scopes,
        @Nullable Instant grantEnds) {

    public Tokens {
        scopes = Set.copyOf(scopes);
    }

    /** Takes the lifetime from the framework and the present from the caller's clock. */
    public static Tokens of(
            OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, @Nullable Duration grantLife, Instant now) {
        Instant issuedAt = access.getIssuedAt();
        Instant expiresAt = access.getExpiresAt();
        if (issuedAt == null || expiresAt == null) {
            throw new IllegalArgumentException("an access token without its times");
        }
        return new Tokens(
                access.getTokenValue(),
                refresh == null ? null : refresh.getTokenValue(),
                now,
                now.plus(Duration.between(issuedAt, expiresAt)),
                access.getScopes(),
                grantLife == null ? null : now.plus(grantLife));
    }

    /** An answer that names no scopes grants those that were asked for (RFC 6749, 5.1). */
    public Tokens orScopes(Set<String> asked) {
        return scopes.isEmpty() ? new Tokens(accessToken, refreshToken, issuedAt, expiresAt, asked, grantEnds) : this;
    }

    String scopeText() {
        return String.join(" ", new TreeSet<>(scopes));
    }

    @Override
    public String toString() {
        return "Tokens[expiresAt=" + expiresAt + "]";
    }
}
