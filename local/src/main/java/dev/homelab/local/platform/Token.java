package dev.homelab.local.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that was handed out, known by its hash only.
 *
 * @param expires null: with its grant
 * @param spent a refresh token that was replaced by a newer one
 */
record Token(Kind kind, String hash, Grant grant, @Nullable Instant expires, boolean spent) {

    enum Kind {
        ACCESS,
        REFRESH
    }

    boolean lives(Instant now) {
        return !spent && !grant.ended() && (expires == null || now.isBefore(expires));
    }

    Token spentNow() {
        return new Token(kind, hash, grant, expires, true);
    }
}
