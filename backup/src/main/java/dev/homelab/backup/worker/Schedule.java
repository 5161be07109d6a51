package dev.homelab.backup.worker;

import dev.homelab.backup.store.Kept;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/** When the next backup is due: told by the newest one that there is, so that a restart changes nothing. */
@Component
class Schedule {

    private final ScheduleSettings settings;
    private final CronExpression cron;
    private final Instant settled;

    Schedule(ScheduleSettings settings, Clock clock) {
        this.settings = settings;
        this.cron = CronExpression.parse(settings.cron());
        this.settled = clock.instant().plus(settings.settle());
    }

    /**
     * Null for a cron that names no moment any more.
     *
     * @param backups newest first
     * @param failed when the last attempt after the newest one failed
     */
    @Nullable
    Instant next(List<Kept> backups, @Nullable Instant failed) {
        Instant due = backups.isEmpty() ? settled : after(backups.getFirst().at());
        return due == null ? null : later(later(due, settled), failed == null ? due : failed.plus(settings.retry()));
    }

    private @Nullable Instant after(Instant newest) {
        ZonedDateTime next = cron.next(newest.atZone(settings.zone()));
        return next == null ? null : next.toInstant();
    }

    /** When a drill that could not tell is tried again. */
    Instant nextDrill(Instant failed) {
        return later(settled, failed.plus(settings.retry()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
