package dev.homelab.backup.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup as it lies in S3.
 *
 * @param manifest null when it cannot be read
 * @param verification null while no drill came to an end
 */
public record Kept(
        BackupId id, @Nullable Manifest manifest, @Nullable Verification verification) {

    public Instant at() {
        return id.at();
    }

    /** Whether it was restored, found equal, and nothing is known against it since. */
    public boolean isVerified() {
        return manifest != null && verification != null && verification.isGood();
    }

    /** Why it is not to be trusted; null when nothing is known against it. */
    public @Nullable String problem() {
        if (manifest == null) {
            return "its manifest cannot be read";
        }
        return verification == null ? null : verification.problem();
    }

    Kept with(Verification newer) {
        return new Kept(id, manifest, newer);
    }
}
