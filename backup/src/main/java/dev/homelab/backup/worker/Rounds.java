package dev.homelab.backup.worker;

import dev.homelab.backup.problem.BackupProblem;
import dev.homelab.backup.store.Catalogue;
import dev.homelab.backup.store.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks what is due. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class Rounds {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration READ_AGAIN = Duration.ofMinutes(1);

    private final Worker worker;
    private final Schedule schedule;
    private final Catalogue catalogue;
    private final Clock clock;
    private Instant lastRead = Instant.EPOCH;
    private boolean tidied;
    private boolean troubled;

    Rounds(Worker worker, Schedule schedule, Catalogue catalogue, Clock clock) {
        this.worker = worker;
        this.schedule = schedule;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${homelab.backup.schedule.look:5s}")
    void look() {
        if (!tidied) {
            tidied = worker.tidy();
        } else if (worker.underWay().isEmpty() && isKnown()) {
            begin();
        }
    }

    /** Reads S3 again each minute, and at each look while it is away. */
    private boolean isKnown() {
        if (catalogue.isFresh() && lastRead.plus(READ_AGAIN).isAfter(clock.instant())) {
            return true;
        }
        try {
            catalogue.refresh();
            lastRead = clock.instant();
            troubled = false;
            return true;
        } catch (BackupProblem problem) {
            sayOnce(problem);
            return false;
        }
    }

    private void sayOnce(BackupProblem problem) {
        if (!troubled) {
            log.warn("It is not known which backups there are: {}", problem.sentence());
        }
        troubled = true;
    }

    private void begin() {
        Instant next = next();
        if (next != null && !next.isAfter(clock.instant())) {
            worker.backUp();
        } else {
            undrilled().ifPresent(worker::drill);
        }
    }

    /** When the next backup is due; null for never. */
    public @Nullable Instant next() {
        return schedule.next(
                catalogue.past(), worker.failedBackup().map(Attempt::ended).orElse(null));
    }

    /** The newest backup, while no drill with it came to an end and it is time to try again. */
    private Optional<Kept> undrilled() {
        Instant again = worker.failedDrill()
                .map(Attempt::ended)
                .map(schedule::nextDrill)
                .orElse(Instant.EPOCH);
        return catalogue.past().stream()
                .findFirst()
                .filter(newest -> !newest.untold() && newest.verification() == null && newest.manifest() != null)
                .filter(newest -> !again.isAfter(clock.instant()));
    }
}
