package dev.homelab.dashboard.check.own;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Target.Own.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a service its time to start, as docker-compose does: the dashboard often starts with it and is there first. Once
 * it has been seen, or the time is over, it counts as it is.
 */
final class Starting implements OwnPart {

    private static final Duration GRACE = Duration.ofSeconds(60);

    private final OwnPart service;
    private final Clock clock;
    private final Instant end;
    private volatile boolean seen;

    Starting(OwnPart service, Clock clock) {
        this.service = service;
        this.clock = clock;
        this.end = clock.instant().plus(GRACE);
    }

    @Override
    public Part part() {
        return service.part();
    }

    @Override
    public Finding ask(String which, Duration atMost) throws Exception {
        try {
            Finding finding = service.ask(which, atMost);
            seen |= finding.health() == Health.UP;
            return mayStillStart() ? starting() : finding;
        } catch (Exception notThere) {
            if (mayStillStart()) {
                return starting();
            }
            throw notThere;
        }
    }

    private boolean mayStillStart() {
        return !seen && clock.instant().isBefore(end);
    }

    private static Finding starting() {
        return Finding.unknown("service.starting");
    }
}
