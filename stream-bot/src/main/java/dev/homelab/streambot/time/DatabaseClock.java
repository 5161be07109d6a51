package dev.homelab.streambot.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Goes by the database's time, so that a lease or a deadline means the same to every instance, whatever the clock of its
 * machine says.
 */
final class DatabaseClock extends Clock {

    private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);

    /** Less is noise of the network. */
    private static final Duration NOTEWORTHY = Duration.ofMillis(250);

    private final InstantSource machine;
    private final Supplier<Instant> database;
    private volatile Duration offset = Duration.ZERO;

    DatabaseClock(InstantSource machine, Supplier<Instant> database) {
        this.machine = machine;
        this.database = database;
        compare();
    }

    /** While the database is away, what was last found goes on. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void compare() {
        try {
            Instant before = machine.instant();
            Instant there = database.get();
            Instant middle =
                    before.plus(Duration.between(before, machine.instant()).dividedBy(2));
            Duration found = Duration.between(middle, there);
            if (found.minus(offset).abs().compareTo(NOTEWORTHY) > 0) {
                offset = found;
                log.warn("This machine's clock is {} off the database's, which is followed", found);
            }
        } catch (DataAccessException away) {
            log.debug("The database's time is not known while it is away");
        }
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine.withZone(zone), offset);
    }
}
