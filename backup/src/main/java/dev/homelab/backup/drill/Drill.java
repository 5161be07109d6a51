package dev.homelab.backup.drill;

import dev.homelab.backup.disk.WorkFolder;
import dev.homelab.backup.disk.Workplace;
import dev.homelab.backup.postgres.ScratchServer;
import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.backup.store.BackupId;
import dev.homelab.backup.store.Catalogue;
import dev.homelab.backup.store.Kept;
import dev.homelab.backup.store.Manifest;
import dev.homelab.backup.store.Verification;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Restores each database of a backup into a scratch database, compares it, and writes down what was found. */
@Component
public class Drill {

    private static final long ROUNDING_MILLIS = 999;

    private final Catalogue catalogue;
    private final Restoration restoration;
    private final ScratchServer scratch;
    private final WorkFolder work;
    private final Clock clock;

    Drill(Catalogue catalogue, Restoration restoration, ScratchServer scratch, WorkFolder work, Clock clock) {
        this.catalogue = catalogue;
        this.restoration = restoration;
        this.scratch = scratch;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Throws a {@link BackupProblem}, and leaves what is known of the backup as it was, when it
     * could not be told whether the backup is good.
     */
    public Verification with(Kept backup, Consumer<String> progress) {
        Verification found = look(backup, progress);
        catalogue.note(backup.id(), found);
        return found;
    }

    private Verification look(Kept backup, Consumer<String> progress) {
        Instant begun = clock.instant();
        if (backup.untold()) {
            throw new BackupProblem("S3 does not hand out what is known of the backup " + backup.id());
        }
        try {
            Manifest manifest = backup.manifest();
            if (manifest == null) {
                throw new Damaged("its manifest cannot be read");
            }
            restoreAll(backup.id(), manifest, progress);
        } catch (Damaged damaged) {
            return Verification.failed(clock.instant(), backup.verification(), damaged.sentence());
        }
        Instant now = clock.instant();
        return Verification.passed(
                now, Duration.between(begun, now).plusMillis(ROUNDING_MILLIS).toSeconds());
    }

    private void restoreAll(BackupId id, Manifest manifest, Consumer<String> progress) {
        scratch.sweep();
        for (Manifest.Dump dump : manifest.databases()) {
            progress.accept("restoring " + dump.name() + " of " + id + " to compare it");
            restoreOne(id, manifest, dump);
        }
    }

    private void restoreOne(BackupId id, Manifest manifest, Manifest.Dump dump) {
        try (Workplace place = work.open()) {
            Path file = restoration.fetch(manifest, dump, place);
            String name = id.value().replaceAll("[-:]", "").toLowerCase(Locale.ROOT) + "_" + dump.name();
            scratch.withDatabase(name, dump.encoding(), database -> restoration.into(database, null, dump, file));
        }
    }
}
