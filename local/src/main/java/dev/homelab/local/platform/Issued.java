package dev.homelab.local.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Fresh tokens, in clear for this one answer.
 *
 * @param grantEndsIn what is left of a time-based grant; null: it has no end
 */
record Issued(
        Grant grant,
        String accessToken,
        Duration expiresIn,
        @Nullable String refreshToken,
        @Nullable Duration grantEndsIn,
        @Nullable String nonce) {

    @Override
    public String toString() {
        return "Issued[grant=" + grant.number() + "]";
    }
}
