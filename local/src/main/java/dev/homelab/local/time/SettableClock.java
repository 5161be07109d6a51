package dev.homelab.local.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** Goes on by itself like the system's clock, from wherever a test has set it. */
public final class SettableClock extends Clock {

    private final Clock system;
    private final AtomicReference<Duration> ahead;

    private SettableClock(Clock system, AtomicReference<Duration> ahead) {
        this.system = system;
        this.ahead = ahead;
    }

    public static SettableClock create() {
        return new SettableClock(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
    }

    /** Lets time pass at once. */
    public void advance(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SettableClock(system.withZone(zone), ahead);
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead.get());
    }
}
