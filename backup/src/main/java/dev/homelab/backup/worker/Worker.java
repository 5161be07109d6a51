package dev.homelab.backup.worker;

import dev.homelab.backup.drill.Drill;
import dev.homelab.backup.dump.Dumper;
import dev.homelab.backup.postgres.ScratchServer;
import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.backup.store.BackupId;
import dev.homelab.backup.store.Catalogue;
import dev.homelab.backup.store.Kept;
import dev.homelab.backup.store.Retention;
import dev.homelab.backup.store.Verification;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes backups and proves them; {@link Lane} sees to it that one thing is done at a time. */
@Component
public class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final Lane lane;
    private final Dumper dumper;
    private final Drill drill;
    private final Catalogue catalogue;
    private final ScratchServer scratch;
    private final Retention retention;
    private final RunMetrics metrics;
    private final Clock clock;
    private volatile @Nullable Attempt failedBackup;
    private volatile @Nullable Attempt failedDrill;

    Worker(
            Lane lane,
            Dumper dumper,
            Drill drill,
            Catalogue catalogue,
            ScratchServer scratch,
            Retention retention,
            RunMetrics metrics,
            Clock clock) {
        this.lane = lane;
        this.dumper = dumper;
        this.drill = drill;
        this.catalogue = catalogue;
        this.scratch = scratch;
        this.retention = retention;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Removes what a killed worker left in S3 and on the scratch server; each backup and each drill does so as well. */
    boolean tidy() {
        return lane.begin("looking which backups there are", progress -> {
            try {
                catalogue.refresh();
                dumper.removeLeftovers();
                scratch.sweep();
            } catch (BackupProblem problem) {
                log.warn("What a killed worker may have left is not removed yet: {}", problem.sentence());
            }
        });
    }

    /** Begins a backup and its drill; false while something else is under way. */
    public boolean backUp() {
        return lane.begin("beginning a backup", progress -> {
            Instant begun = clock.instant();
            try {
                BackupId id = dumper.backUp(progress);
                failedBackup = null;
                metrics.made();
                log.info("The backup {} is made", id);
                catalogue.find(id).ifPresent(made -> prove(made, progress));
            } catch (RuntimeException e) {
                metrics.notMade();
                failedBackup = failed(BackupId.at(begun), begun, "The backup {} was not made: {}", e);
            }
        });
    }

    /** Begins a drill; false while something else is under way. */
    public boolean drill(Kept backup) {
        return lane.begin("beginning a drill", progress -> prove(backup, progress));
    }

    private void prove(Kept backup, Consumer<String> progress) {
        Instant begun = clock.instant();
        try {
            settle(backup.id(), drill.with(backup, progress));
            failedDrill = null;
        } catch (RuntimeException e) {
            metrics.untold();
            failedDrill = failed(backup.id(), begun, "It cannot be told whether the backup {} is good: {}", e);
            return;
        }
        prune(progress);
    }

    private void settle(BackupId id, Verification found) {
        if (found.problem() == null) {
            metrics.verified();
            log.info("The backup {} was restored in {} s and is equal", id, found.restoreSeconds());
        } else {
            metrics.damaged();
            log.error("The backup {} is not to be trusted: {}", id, found.problem());
        }
    }

    private void prune(Consumer<String> progress) {
        List<BackupId> surplus = retention.surplus(catalogue.past(), clock.instant());
        if (!surplus.isEmpty()) {
            progress.accept("removing old backups");
            remove(surplus);
        }
    }

    /** What stays is removed after the next drill. */
    private void remove(List<BackupId> surplus) {
        try {
            catalogue.remove(surplus);
            log.info("Removed old backups: {}", surplus);
        } catch (BackupProblem problem) {
            log.warn("Not all old backups could be removed: {}", problem.sentence());
        }
    }

    private Attempt failed(BackupId id, Instant begun, String sentence, RuntimeException e) {
        if (e instanceof BackupProblem problem) {
            log.error(sentence, id, problem.sentence());
            return new Attempt(id, begun, clock.instant(), problem.sentence());
        }
        log.error(sentence, id, e.getClass().getSimpleName(), e);
        return new Attempt(id, begun, clock.instant(), "something unforeseen; the log of the worker has it");
    }

    public Optional<String> underWay() {
        return lane.underWay();
    }

    /** The last attempt to make a backup, if it failed. */
    public Optional<Attempt> failedBackup() {
        return Optional.ofNullable(failedBackup);
    }

    /** The last drill, if it could not tell. */
    public Optional<Attempt> failedDrill() {
        return Optional.ofNullable(failedDrill);
    }
}
