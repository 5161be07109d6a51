package dev.homelab.dashboard.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Owner;
import dev.homelab.dashboard.check.Pace;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.check.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeadlineTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static CheckStatus check(String title, Health health, boolean settled, boolean paused, String... causes) {
        CheckId id = new CheckId(title);
        Definition definition = new Definition(
                id,
                title,
                "more",
                new Target.Tcp("localhost", 1),
                Pace.of(Duration.ofSeconds(10), Duration.ofSeconds(1)),
                Set.of(),
                Severity.WARNING,
                false,
                Owner.PAGE);
        return new CheckStatus(
                definition,
                health,
                NOW,
                Finding.up("x"),
                NOW,
                Duration.ZERO,
                Arrays.stream(causes).map(CheckId::new).collect(Collectors.toSet()),
                settled,
                paused);
    }

    private static Headline of(CheckStatus... checks) {
        return Headline.of(new Picture(NOW, List.of(checks)), List.of());
    }

    private static Headline toldOf(Health told, CheckStatus... checks) {
        Cause cause = new Cause(new CheckId("prometheus-1"), "DiskFills", told, Said.of("incident.text", "It fills."));
        Incident incident =
                new Incident(new UUID(0, 1), NOW, null, Severity.CRITICAL, "prometheus", List.of(cause), List.of());
        return Headline.of(new Picture(NOW, List.of(checks)), List.of(incident));
    }

    @Test
    void saysThatEverythingIsUp() {
        assertThat(of(check("bot", Health.UP, true, false))).isEqualTo(new Headline(Health.UP, Said.of("headline.up")));
    }

    @Test
    void namesTheCauseAndWhatItAffects() {
        Headline headline = of(
                check("bot", Health.DOWN, true, false, "database"),
                check("database", Health.DOWN, true, false, "database"));
        assertThat(headline)
                .isEqualTo(new Headline(Health.DOWN, Said.of("headline.down.affecting", "database", "bot")));
    }

    @Test
    void saysThatItIsLookingForTheCauseUntilItKnows() {
        assertThat(of(check("bot", Health.DOWN, false, false, "bot")))
                .isEqualTo(new Headline(Health.DOWN, Said.of("headline.looking", "bot")));
    }

    @Test
    void namesTheWorstAlone() {
        Headline headline =
                of(check("disk", Health.DEGRADED, true, false, "disk"), check("bot", Health.DOWN, true, false, "bot"));
        assertThat(headline).isEqualTo(new Headline(Health.DOWN, Said.of("headline.down", "bot")));
    }

    @Test
    void neverCallsUnknownUp() {
        assertThat(of(check("bot", Health.UNKNOWN, true, false), check("disk", Health.UP, true, false)))
                .isEqualTo(new Headline(Health.UNKNOWN, Said.of("headline.unknown", "bot")));
    }

    @Test
    void neverCallsUpWhatSomebodyOutsideTellsOf() {
        assertThat(toldOf(Health.DOWN, check("bot", Health.UP, true, false)))
                .isEqualTo(new Headline(Health.DOWN, Said.of("headline.told", "DiskFills")));
        assertThat(toldOf(Health.DEGRADED, check("bot", Health.UNKNOWN, true, false)))
                .isEqualTo(new Headline(Health.DEGRADED, Said.of("headline.told", "DiskFills")));
        assertThat(toldOf(Health.DOWN, check("disk", Health.DEGRADED, true, false, "disk")))
                .isEqualTo(new Headline(Health.DOWN, Said.of("headline.told", "DiskFills")));
    }

    @Test
    void neverCallsUpWhatWaitsForAMaintenance() {
        CheckStatus database = check("database", Health.DOWN, true, true, "database");
        CheckStatus site = check("site", Health.DOWN, true, false, "database");

        assertThat(of(database, site))
                .isEqualTo(new Headline(Health.DEGRADED, Said.of("headline.maintenance", "site", "database")));
        assertThat(of(database, site, check("bot", Health.DOWN, true, false, "bot")))
                .isEqualTo(new Headline(Health.DOWN, Said.of("headline.down", "bot")));
    }

    @Test
    void leavesOutWhatIsUnderMaintenance() {
        assertThat(of(check("bot", Health.DOWN, true, true, "bot")).health()).isEqualTo(Health.UP);
    }
}
