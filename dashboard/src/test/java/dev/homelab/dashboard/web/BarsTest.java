package dev.homelab.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.history.Past;
import dev.homelab.dashboard.history.Tally;
import dev.homelab.dashboard.web.Bars.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Tally day(int ago, long up, long degraded, long down) {
        Instant at = Instant.parse("2026-11-25T00:00:00Z").minus(Duration.ofDays(ago));
        return new Tally(at, up, degraded, down, 0, 0, 1, 1, 1);
    }

    @Test
    void drawsDaysInARowThatWereAlikeAsOneField() {
        Past past = new Past(
                Map.of(),
                List.of(
                        day(5, 1000, 0, 0),
                        day(4, 1000, 0, 0),
                        day(2, 900, 0, 100),
                        day(1, 500, 500, 0),
                        day(0, 1000, 0, 0)));

        assertThat(Bars.of(past, NOW))
                .isEqualTo(new Bars(
                        List.of(
                                new Field("up", "M84 0h2v20h-2zM89 0h1v20h-1z"),
                                new Field("warn", "M88 0h1v20h-1z"),
                                new Field("down", "M87 0h1v20h-1z")),
                        1));
    }

    @Test
    void leavesDaysOutOfWhichNothingIsKnown() {
        assertThat(Bars.of(new Past(Map.of(), List.of()), NOW)).isEqualTo(new Bars(List.of(), 0));
        assertThat(Bars.of(new Past(Map.of(), List.of(day(120, 1000, 0, 0), day(3, 0, 0, 0))), NOW)
                        .fields())
                .isEmpty();
    }
}
