package dev.homelab.streambot.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as they are stored.
 *
 * @param previousRefreshToken what the newest was got for, until that is accepted; null for none
 */
@SuppressWarnings("ArrayRecordComponent")
record Sealed(
        byte[] accessToken,
        byte @Nullable [] refreshToken,
        byte @Nullable [] previousRefreshToken,
        String scopes,
        Instant expiresAt,
        @Nullable Instant grantEnds) {}
