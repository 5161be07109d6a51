package dev.homelab.local.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that was handed out, known by its hash only.
 *
 * @param expires null: with its grant
 * @param idleUntil when it dies of not being used; null: never
 * @param spent a refresh token that was replaced by a newer one
 */
record Token(
        Kind kind,
        String hash,
        Grant grant,
        @Nullable Instant expires,
        @Nullable Instant idleUntil,
        boolean spent) {

    enum Kind {
        ACCESS,
        REFRESH
    }

    boolean lives(Instant now) {
        return !spent && !grant.ended() && isBefore(now, expires) && isBefore(now, idleUntil);
    }

    /** Whether nobody will ever ask about it again with another answer than about an unknown one. */
    boolean forgettable(Instant now) {
        return grant.ended() || (kind == Kind.ACCESS && !isBefore(now, expires));
    }

    private static boolean isBefore(Instant now, @Nullable Instant end) {
        return end == null || now.isBefore(end);
    }

    Token spentNow() {
        return new Token(kind, hash, grant, expires, idleUntil, true);
    }

    Token usedUntil(@Nullable Instant idle) {
        return new Token(kind, hash, grant, expires, idle, spent);
    }
}
