package dev.homelab.dashboard.check.own;

import dev.homelab.common.contract.BackupsApi;
import dev.homelab.common.contract.BackupsOverview;
import dev.homelab.common.contract.BackupsOverview.Backup;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** A backup counts once it was restored and compared; the newest such one must not be older than 26 hours. */
@Component
class BackupsPart implements OwnPart {

    private static final Duration OLDEST = Duration.ofHours(26);

    /** One that is dated later was made while a clock was wrong, and says nothing of today. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private static final Duration BEGINS_WITHIN = Duration.ofMinutes(5);

    private final BackupsApi backups;
    private final Clock clock;

    BackupsPart(BackupsApi backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public Target.Own.Part part() {
        return Target.Own.Part.BACKUPS;
    }

    @Override
    public Finding ask(String which, Duration atMost) {
        try {
            BackupsOverview overview = backups.overview();
            Optional<Instant> newest = overview.backups().stream()
                    .filter(backup -> backup.verifiedAt() != null && backup.problem() == null)
                    .map(Backup::at)
                    .filter(at -> at.isBefore(clock.instant().plus(AHEAD)))
                    .max(Instant::compareTo);
            return newest.map(this::judged).orElseGet(() -> withoutAny(overview));
        } catch (RestClientException e) {
            return Finding.unknown("backups.untold");
        }
    }

    /** The first one after an installation is not missing before it was due, made and verified. */
    private Finding withoutAny(BackupsOverview overview) {
        boolean sound = overview.backups().stream().allMatch(backup -> backup.problem() == null);
        boolean begins =
                overview.next() != null && overview.next().plus(BEGINS_WITHIN).isAfter(clock.instant());
        boolean early = overview.backups().isEmpty()
                ? overview.underWay() != null || begins
                : overview.backups().size() == 1 && sound && overview.underWay() != null;
        return early ? Finding.unknown("backups.early") : Finding.down("backups.none");
    }

    private Finding judged(Instant newest) {
        Duration age = Duration.between(newest, clock.instant());
        return age.compareTo(OLDEST) > 0
                ? Finding.down("backups.old", age.toHours())
                : Finding.up("backups.up", age.toHours());
    }
}
