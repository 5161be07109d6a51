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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** disk ← database ← bot ← gateway ← room, and a page that needs both database and cache. */
class DiagnosisTest {

    private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");

    private final Map<CheckId, Standing> standings = new HashMap<>();
    private final Diagnosis diagnosis = new Diagnosis(standings);
    private int seconds;

    DiagnosisTest() {
        add("disk");
        add("database", "disk");
        add("cache");
        add("bot", "database", "not-there");
        add("gateway", "bot");
        add("room", "gateway");
        add("page", "database", "cache");
    }

    private void add(String id, String... needs) {
        Definition definition = new Definition(
                id(id),
                id,
                "more",
                new Target.Tcp("localhost", 1),
                Pace.of(Duration.ofSeconds(10), Duration.ofSeconds(1)),
                Arrays.stream(needs).map(DiagnosisTest::id).collect(Collectors.toSet()),
                Severity.WARNING,
                false,
                Owner.PAGE);
        standings.put(id(id), Standing.unseen(definition, START));
        looks(id, Health.UP);
    }

    private static CheckId id(String id) {
        return new CheckId(id);
    }

    private void looks(String id, Health... seen) {
        for (Health health : seen) {
            Look look = new Look(
                    id(id), new Finding(health, Finding.up("x").said()), START.plusSeconds(++seconds), Duration.ZERO);
            standings.computeIfPresent(id(id), (key, standing) -> standing.after(look));
        }
    }

    private void fails(String id) {
        looks(id, Health.DOWN, Health.DOWN);
    }

    @Test
    void blamesTheDeepestThatIsDown() {
        fails("bot");
        fails("database");
        fails("page");

        assertThat(diagnosis.causes(id("page"))).containsExactly(id("database"));
        assertThat(diagnosis.causes(id("bot"))).containsExactly(id("database"));
        assertThat(diagnosis.causes(id("database"))).containsExactly(id("database"));
        assertThat(diagnosis.causes(id("cache"))).isEmpty();
    }

    @Test
    void blamesAllThatAreDownIndependently() {
        fails("database");
        fails("cache");
        fails("page");

        assertThat(diagnosis.causes(id("page"))).containsExactlyInAnyOrder(id("database"), id("cache"));
    }

    @Test
    void looksThroughWhatNobodyCouldLookAt() {
        fails("database");
        fails("bot");
        looks("gateway", Health.UNKNOWN, Health.UNKNOWN);
        looks("room", Health.UNKNOWN, Health.UNKNOWN);

        assertThat(diagnosis.causes(id("room"))).containsExactly(id("database"));
    }

    @Test
    void blamesNobodyForWhatIsUnknownOfItself() {
        looks("cache", Health.UNKNOWN, Health.UNKNOWN);
        assertThat(diagnosis.causes(id("cache"))).isEmpty();
    }

    @Test
    void waitsForAnotherLookAtWhateverItNeedsBeforeItBlamesAnybody() {
        fails("bot");
        assertThat(diagnosis.unsettled(id("bot"))).containsExactlyInAnyOrder(id("database"), id("disk"));

        looks("database", Health.UP);
        looks("disk", Health.UP);
        assertThat(diagnosis.unsettled(id("bot"))).isEmpty();

        looks("database", Health.DOWN);
        assertThat(diagnosis.unsettled(id("bot"))).containsExactly(id("database"));
    }

    @Test
    void survivesNeedsThatGoRoundInACircle() {
        add("a", "b");
        add("b", "a");
        fails("a");
        fails("b");

        assertThat(diagnosis.causes(id("a"))).isNotEmpty();
        assertThat(diagnosis.unsettled(id("a"))).isNotNull();
    }
}
