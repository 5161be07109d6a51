package dev.homelab.dashboard.check.own;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.common.contract.BackupsApi;
import dev.homelab.common.contract.BackupsOverview;
import dev.homelab.common.contract.BackupsOverview.Backup;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackupsPartTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void onlyAVerifiedOneThatNothingIsKnownAgainstCounts() {
        assertThat(found(backup(8, true, null))).isEqualTo(Health.UP);
        assertThat(found(backup(27, true, null))).isEqualTo(Health.DOWN);
        assertThat(found(backup(-48, true, null))).as("of the future").isEqualTo(Health.DOWN);
        assertThat(found(backup(8, false, null))).isEqualTo(Health.DOWN);
        assertThat(found(backup(8, true, "it is cut short"))).isEqualTo(Health.DOWN);
    }

    @Test
    void theFirstOneIsNotMissedBeforeItIsDue() {
        assertThat(found(new BackupsOverview(List.of(), null, NOW.plusSeconds(60))))
                .isEqualTo(Health.UNKNOWN);
        assertThat(found(new BackupsOverview(List.of(), "dumping", NOW))).isEqualTo(Health.UNKNOWN);
        assertThat(found(new BackupsOverview(List.of(), null, NOW.minusSeconds(10))))
                .isEqualTo(Health.UNKNOWN);
        assertThat(found(new BackupsOverview(List.of(), null, NOW.minusSeconds(600))))
                .isEqualTo(Health.DOWN);
        assertThat(found(new BackupsOverview(List.of(), null, null))).isEqualTo(Health.DOWN);
    }

    @Test
    void theFirstOneIsNotMissedWhileItIsVerified() {
        Backup made = backup(0, false, null);
        assertThat(found(new BackupsOverview(List.of(made), "restoring", null))).isEqualTo(Health.UNKNOWN);
        assertThat(found(new BackupsOverview(List.of(made), null, null))).isEqualTo(Health.DOWN);
        assertThat(found(new BackupsOverview(List.of(made, backup(24, false, null)), "restoring", null)))
                .isEqualTo(Health.DOWN);
    }

    private static Health found(Backup backup) {
        return found(new BackupsOverview(List.of(backup), null, NOW.plusSeconds(60)));
    }

    private static Health found(BackupsOverview overview) {
        Finding finding =
                new BackupsPart(new Told(overview), Clock.fixed(NOW, ZoneOffset.UTC)).ask("", Duration.ofSeconds(1));
        return finding.health();
    }

    private static Backup backup(int hoursOld, boolean verified, @Nullable String problem) {
        Instant at = NOW.minus(Duration.ofHours(hoursOld));
        return new Backup(at.toString(), at, 1, 1, false, verified ? at : null, verified ? 1L : null, problem);
    }

    private record Told(BackupsOverview overview) implements BackupsApi {

        @Override
        public void backUp() {}

        @Override
        public void drill(String id) {}
    }
}
