package dev.homelab.dashboard.check.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Target.Own.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StartingTest {

    private static final Duration AT_MOST = Duration.ofSeconds(1);

    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private Finding finding = Finding.down("service.status", 503);
    private boolean listens = true;
    private final InstantSource source = () -> now;
    private final OwnPart service = new Starting(new Service(), source.withZone(ZoneOffset.UTC));

    @Test
    void leavesAServiceAMinuteToStart() throws Exception {
        assertThat(service.ask("", AT_MOST).health()).isEqualTo(Health.UNKNOWN);
        listens = false;
        assertThat(service.ask("", AT_MOST).health()).isEqualTo(Health.UNKNOWN);

        now = now.plusSeconds(60);
        assertThatThrownBy(() -> service.ask("", AT_MOST)).isInstanceOf(IllegalStateException.class);
        listens = true;
        assertThat(service.ask("", AT_MOST)).isEqualTo(finding);
    }

    @Test
    void excusesNoServiceThatWasThere() throws Exception {
        finding = Finding.up("service.up");
        assertThat(service.ask("", AT_MOST)).isEqualTo(finding);

        finding = Finding.down("service.status", 503);
        assertThat(service.ask("", AT_MOST)).isEqualTo(finding);
    }

    private class Service implements OwnPart {

        @Override
        public Part part() {
            return Part.DISCORD_BOT;
        }

        @Override
        public Finding ask(String which, Duration atMost) {
            if (!listens) {
                throw new IllegalStateException("Nothing listens.");
            }
            return finding;
        }
    }
}
