package dev.homelab.local.platform;

import dev.homelab.local.platform.GrantRefused.Reason;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Proof that whoever redeems a code is who asked for it, by the method S256. */
final class Pkce {

    private Pkce() {}

    /** Nothing to prove where the request had no challenge. */
    static void check(@Nullable String challenge, @Nullable String verifier) throws GrantRefused {
        if (challenge == null) {
            return;
        }
        if (verifier == null) {
            throw new GrantRefused(Reason.VERIFIER_MISSING);
        }
        String hashed = Base64.getUrlEncoder().withoutPadding().encodeToString(Fingerprint.sha256(verifier));
        if (!hashed.equals(challenge)) {
            throw new GrantRefused(Reason.VERIFIER_WRONG);
        }
    }
}
