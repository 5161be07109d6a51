package dev.homelab.backup.api;

import dev.homelab.backup.store.Kept;
import dev.homelab.backup.store.Manifest;
import dev.homelab.backup.store.Verification;
import dev.homelab.backup.worker.Attempt;
import dev.homelab.common.contract.BackupsOverview.Backup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the dashboard is told. */
final class Views {

    private Views() {}

    /** The last attempt, if it failed, stands among the backups: that is where whoever began it looks. */
    static Backup of(Attempt failed) {
        long seconds = Duration.between(failed.begun(), failed.ended()).toSeconds();
        return new Backup(
                failed.id().value(),
                failed.begun(),
                0,
                seconds,
                null,
                null,
                null,
                "it was not made: " + failed.problem());
    }

    static Backup of(Kept kept, @Nullable Attempt failedDrill) {
        Manifest manifest = kept.manifest();
        Verification verification = kept.verification();
        return new Backup(
                kept.id().value(),
                kept.at(),
                manifest == null ? 0 : manifest.bytes(),
                manifest == null ? 0 : manifest.seconds(),
                manifest == null ? null : manifest.encrypted(),
                verification == null ? null : verification.verifiedAt(),
                verification == null ? null : verification.restoreSeconds(),
                problem(kept, failedDrill));
    }

    /** A drill that could not tell is a problem of a backup that no other drill has proven. */
    private static @Nullable String problem(Kept kept, @Nullable Attempt failedDrill) {
        if (kept.verification() == null
                && failedDrill != null
                && failedDrill.id().equals(kept.id())) {
            return "it could not be restored: " + failedDrill.problem();
        }
        return kept.problem();
    }
}
