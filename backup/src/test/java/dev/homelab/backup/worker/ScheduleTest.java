package dev.homelab.backup.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.backup.store.BackupId;
import dev.homelab.backup.store.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");

    private final Schedule schedule = schedule("0 30 3 * * *", "Europe/Berlin");

    @Test
    void theFirstOneIsDueWhenTheOthersHaveSettled() {
        assertThat(schedule.next(List.of(), null)).isEqualTo("2026-11-26T12:01:00Z");
    }

    @Test
    void theNextOneFollowsTheNewestAcrossRestarts() {
        assertThat(schedule.next(made("2026-11-26T02:30:00Z"), null)).isEqualTo("2026-11-27T02:30:00Z");
    }

    @Test
    void whatWasMissedIsDueSoonAfterTheStart() {
        assertThat(schedule.next(made("2026-11-20T02:30:00Z"), null)).isEqualTo("2026-11-26T12:01:00Z");
    }

    @Test
    void oneThatFailedIsTriedAgainLater() {
        Instant failed = Instant.parse("2026-11-26T13:00:00Z");

        assertThat(schedule.next(List.of(), failed)).isEqualTo("2026-11-26T13:15:00Z");
    }

    @Test
    void aCronThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> schedule("at dawn", "UTC")).hasMessageContaining("BACKUP_CRON is “at dawn”");
    }

    private static Schedule schedule(String cron, String zone) {
        return new Schedule(
                new ScheduleSettings(cron, ZoneId.of(zone), Duration.ofMinutes(1), Duration.ofMinutes(15)),
                Clock.fixed(START, ZoneOffset.UTC));
    }

    private static List<Kept> made(String at) {
        return List.of(new Kept(BackupId.at(Instant.parse(at)), null, null));
    }
}
