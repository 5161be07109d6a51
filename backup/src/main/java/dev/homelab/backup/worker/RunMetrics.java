package dev.homelab.backup.worker;

import dev.homelab.backup.store.Catalogue;
import dev.homelab.backup.store.Kept;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What alerts are made of. */
@Component
class RunMetrics {

    private static final double MILLIS = 1000;

    private final Counter made;
    private final Counter notMade;
    private final Counter verified;
    private final Counter damaged;
    private final Counter untold;

    RunMetrics(MeterRegistry meters, Catalogue catalogue, Clock clock) {
        this.made = runs(meters, "backup", "done");
        this.notMade = runs(meters, "backup", "failed");
        this.verified = runs(meters, "drill", "done");
        this.damaged = runs(meters, "drill", "damaged");
        this.untold = runs(meters, "drill", "failed");
        Gauge.builder("homelab.backup.newest.verified.age", catalogue, all -> age(all, clock))
                .baseUnit("seconds")
                .description(
                        "Since the newest backup that was restored and found equal began; infinite while there is none")
                .register(meters);
        Gauge.builder("homelab.backup.kept", catalogue, all -> all.backups().size())
                .description("Backups that there are")
                .register(meters);
        Gauge.builder("homelab.backup.newest.restore.time", catalogue, RunMetrics::restoreSeconds)
                .baseUnit("seconds")
                .description("How long it took to restore the newest verified backup")
                .register(meters);
    }

    private static Counter runs(MeterRegistry meters, String kind, String outcome) {
        return Counter.builder("homelab.backup.runs")
                .tag("kind", kind)
                .tag("outcome", outcome)
                .description("Backups and drills by how they ended")
                .register(meters);
    }

    /** Not NaN: an alert on something greater than 26 hours must go off when there is nothing at all. */
    private static double age(Catalogue catalogue, Clock clock) {
        return catalogue
                .newestVerified()
                .map(Kept::at)
                .map(at -> Duration.between(at, clock.instant()).toMillis() / MILLIS)
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double restoreSeconds(Catalogue catalogue) {
        return catalogue
                .newestVerified()
                .map(Kept::verification)
                .map(verification -> verification.restoreSeconds())
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }

    void made() {
        made.increment();
    }

    void notMade() {
        notMade.increment();
    }

    void verified() {
        verified.increment();
    }

    void damaged() {
        damaged.increment();
    }

    void untold() {
        untold.increment();
    }
}
