package dev.homelab.backup.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup as it lies in S3.
 *
 * @param manifest null when it cannot be read
 * @param verification null while no drill came to an end
 * @param untold whether S3 does not hand out one of the two, so that nothing is known for now
 */
public record Kept(
        BackupId id, @Nullable Manifest manifest, @Nullable Verification verification, boolean untold) {

    /** One of which is known what there is to know. */
    public Kept(BackupId id, @Nullable Manifest manifest, @Nullable Verification verification) {
        this(id, manifest, verification, false);
    }

    public Instant at() {
        return id.at();
    }

    /** Whether it was restored, found equal, and nothing is known against it since. */
    public boolean isVerified() {
        return !untold && manifest != null && verification != null && verification.isGood();
    }

    /** Why it is not to be trusted; null when nothing is known against it. */
    public @Nullable String problem() {
        if (untold) {
            return "S3 does not hand out what is known of it";
        }
        if (manifest == null) {
            return "its manifest cannot be read";
        }
        return verification == null ? null : verification.problem();
    }
}
