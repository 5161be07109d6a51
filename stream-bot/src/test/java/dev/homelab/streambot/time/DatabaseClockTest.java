package dev.homelab.streambot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseClockTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void goesByTheDatabaseHoweverFarTheMachineIsOff(int minutes) {
        AtomicReference<Duration> off = new AtomicReference<>(Duration.ofMinutes(minutes));
        InstantSource machine = () -> NOW.plus(off.get());
        AtomicReference<Boolean> away = new AtomicReference<>(false);
        DatabaseClock clock = new DatabaseClock(machine, () -> {
            if (away.get()) {
                throw new DataAccessResourceFailureException("away");
            }
            return NOW;
        });
        assertThat(clock.instant()).isEqualTo(NOW);
        away.set(true);
        clock.compare();
        assertThat(clock.instant()).as("while the database is away").isEqualTo(NOW);
        away.set(false);
        off.set(Duration.ZERO);
        clock.compare();
        assertThat(clock.instant()).as("when the machine was set right").isEqualTo(NOW);
    }
}
