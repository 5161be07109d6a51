package dev.homelab.streambot.connection;

import dev.homelab.streambot.encryption.TokenCipher;
import dev.homelab.streambot.platform.PlatformAccount;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Encrypts tokens for the row they are kept in, which is one account at one platform: known before the upsert that may
 * find an older row, and the same for both.
 */
@Component
class TokenVault {

    private final TokenCipher cipher;

    TokenVault(TokenCipher cipher) {
        this.cipher = cipher;
    }

    Sealed seal(Tokens tokens, String platform, PlatformAccount account) {
        return seal(tokens, platform, account.id());
    }

    Sealed seal(Tokens tokens, Connection connection) {
        return seal(tokens, connection.platform(), connection.accountId());
    }

    private Sealed seal(Tokens tokens, String platform, String accountId) {
        String refreshToken = tokens.refreshToken();
        return new Sealed(
                cipher.encrypt(tokens.accessToken(), place(platform, accountId, "access")),
                refreshToken == null ? null : cipher.encrypt(refreshToken, place(platform, accountId, "refresh")),
                null,
                tokens.scopeText(),
                tokens.expiresAt(),
                tokens.grantEnds());
    }

    String accessToken(Connection connection) {
        return cipher.decrypt(connection.accessToken(), place(connection.platform(), connection.accountId(), "access"));
    }

    Optional<String> refreshToken(Connection connection) {
        return Optional.ofNullable(connection.refreshToken())
                .map(stored -> cipher.decrypt(stored, place(connection.platform(), connection.accountId(), "refresh")));
    }

    /** The one before, which the platform may still take where the newest got lost. */
    Optional<String> previousRefreshToken(Connection connection) {
        return Optional.ofNullable(connection.previousRefreshToken())
                .map(stored -> cipher.decrypt(stored, place(connection.platform(), connection.accountId(), "refresh")));
    }

    /** The same tokens, encrypted with the newest key. */
    Sealed again(Connection connection) {
        Sealed fresh = seal(open(connection), connection);
        String previous = previousRefreshToken(connection).orElse(null);
        return new Sealed(
                fresh.accessToken(),
                fresh.refreshToken(),
                previous == null
                        ? null
                        : cipher.encrypt(previous, place(connection.platform(), connection.accountId(), "refresh")),
                fresh.scopes(),
                fresh.expiresAt(),
                fresh.grantEnds());
    }

    Tokens open(Connection connection) {
        return new Tokens(
                accessToken(connection),
                refreshToken(connection).orElse(null),
                connection.grantedAt(),
                connection.expiresAt(),
                Set.of(connection.scopes().split(" ", -1)),
                connection.grantEnds());
    }

    private static String place(String platform, String accountId, String kind) {
        return "connection/" + platform + "/" + accountId + "/" + kind;
    }
}
