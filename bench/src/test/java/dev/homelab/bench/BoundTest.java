package dev.homelab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.rest.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundTest {

    private static final Limits CALLS = Limits.OFF.withPerSecond(50);

    @Test
    void isTwoCallsATicket() {
        assertThat(Bound.of(900, CALLS)).isEqualTo(Duration.ofSeconds(36));
    }

    @Test
    void waitsForTheLastWindowOfNewThreadsWhereThatIsLater() {
        Limits shared = CALLS.withThreadStarts(50, Duration.ofSeconds(15));

        assertThat(Bound.of(900, shared)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Bound.of(200, shared)).isEqualTo(Duration.ofSeconds(8));
    }
}
