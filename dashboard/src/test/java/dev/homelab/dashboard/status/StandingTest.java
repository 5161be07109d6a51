package dev.homelab.dashboard.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Look;
import dev.homelab.dashboard.check.Owner;
import dev.homelab.dashboard.check.Pace;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.check.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
    private static final CheckId ID = new CheckId("site");
    private static final Definition SITE = new Definition(
            ID,
            "Site",
            "more",
            new Target.Tcp("localhost", 1),
            new Pace(Duration.ofSeconds(10), Duration.ofSeconds(1), 3, 2),
            Set.of(),
            Severity.WARNING,
            false,
            Owner.PAGE);

    private Standing standing = Standing.unseen(SITE, START);
    private int seconds;

    private void looks(Health... seen) {
        for (Health health : seen) {
            Instant at = START.plusSeconds(++seconds);
            standing = standing.after(
                    new Look(ID, new Finding(health, Finding.up("x").said()), at, Duration.ZERO));
        }
    }

    @Test
    void believesTheFirstLookThatAllIsWell() {
        assertThat(standing.health()).isEqualTo(Health.UNKNOWN);
        looks(Health.UP);
        assertThat(standing.health()).isEqualTo(Health.UP);
    }

    @Test
    void believesThatAllIsWellAtOnceAlsoAfterAFirstLookThatFoundSomethingWrong() {
        looks(Health.DOWN, Health.UP);
        assertThat(standing.health()).isEqualTo(Health.UP);
    }

    @Test
    void believesNoFirstLookThatFindsSomethingWrong() {
        looks(Health.DOWN);
        assertThat(standing.health()).isEqualTo(Health.UNKNOWN);
        looks(Health.DOWN, Health.DOWN);
        assertThat(standing.health()).isEqualTo(Health.DOWN);
    }

    @Test
    void believesSomethingWorseOnlyAfterAsManyLooksInARowAsItsPaceAsksFor() {
        looks(Health.UP, Health.DOWN, Health.DOWN);
        assertThat(standing.health()).isEqualTo(Health.UP);
        assertThat(standing.isDoubtedForWorse()).isTrue();

        looks(Health.UP, Health.DOWN, Health.DOWN, Health.DOWN);
        assertThat(standing.health()).isEqualTo(Health.DOWN);
        assertThat(standing.isDoubtedForWorse()).isFalse();
    }

    @Test
    void datesWhatItBelievesFromTheFirstLookThatSawIt() {
        looks(Health.UP, Health.DOWN, Health.DOWN, Health.DOWN);
        assertThat(standing.since()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void believesARecoveryOnlyAfterTwoLooks() {
        looks(Health.DOWN, Health.DOWN, Health.DOWN, Health.UP);
        assertThat(standing.health()).isEqualTo(Health.DOWN);
        looks(Health.DOWN, Health.UP, Health.UP);
        assertThat(standing.health()).isEqualTo(Health.UP);
    }

    @Test
    void countsDegradedAndDownTogetherAsWorseThanUp() {
        looks(Health.UP, Health.DEGRADED, Health.DOWN, Health.DEGRADED);
        assertThat(standing.health()).isEqualTo(Health.DEGRADED);
    }
}
