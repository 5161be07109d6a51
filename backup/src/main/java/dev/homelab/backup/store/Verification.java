package dev.homelab.backup.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last drill with a backup found; written next to its manifest.
 *
 * @param verifiedAt when it was last restored and found equal; null while it never was
 * @param restoreSeconds how long that took
 * @param problem why it is not to be trusted, in a sentence; null when the last drill found nothing against it
 */
public record Verification(
        Instant lookedAt,
        @Nullable Instant verifiedAt,
        @Nullable Long restoreSeconds,
        @Nullable String problem) {

    public static Verification passed(Instant now, long restoreSeconds) {
        return new Verification(now, now, restoreSeconds, null);
    }

    /** What an earlier drill found stays in it. */
    public static Verification failed(Instant now, @Nullable Verification earlier, String problem) {
        return earlier == null
                ? new Verification(now, null, null, problem)
                : new Verification(now, earlier.verifiedAt, earlier.restoreSeconds, problem);
    }

    boolean isGood() {
        return verifiedAt != null && problem == null;
    }
}
