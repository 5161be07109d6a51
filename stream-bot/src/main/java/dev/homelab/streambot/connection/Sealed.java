package dev.homelab.streambot.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tokens as they are stored. */
@SuppressWarnings("ArrayRecordComponent")
record Sealed(
        byte[] accessToken,
        byte @Nullable [] refreshToken,
        String scopes,
        Instant expiresAt,
        @Nullable Instant grantEnds) {}
