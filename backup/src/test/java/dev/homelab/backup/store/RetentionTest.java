package dev.homelab.backup.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:31:00Z");
    private static final Instant NEWEST = Instant.parse("2026-11-26T03:30:00Z");

    @Test
    void keepsThirtyDaysAndNoMore() {
        List<BackupId> surplus = new Retention(new RetentionSettings(30, 0)).surplus(daily(40), NOW);

        assertThat(surplus).hasSize(10).contains(daysAgo(30), daysAgo(39)).doesNotContain(daysAgo(29));
    }

    @Test
    void keepsOneOfEachMonthWhenThatIsWanted() {
        List<BackupId> surplus = new Retention(new RetentionSettings(30, 6)).surplus(daily(300), NOW);

        assertThat(surplus)
                .hasSize(300 - 30 - 4)
                .doesNotContain(
                        id("2026-10-28"), id("2026-09-30"), id("2026-08-31"), id("2026-07-31"), id("2026-06-30"))
                .contains(id("2026-05-31"), id("2026-09-29"), id("2026-10-27"));
    }

    @Test
    void theLastGoodOneIsNeverRemoved() {
        List<Kept> backups = new ArrayList<>(
                IntStream.range(0, 100).mapToObj(days -> bad(daysAgo(days))).toList());
        backups.add(good(daysAgo(200)));
        backups.add(good(daysAgo(201)));

        assertThat(new Retention(new RetentionSettings(1, 0)).surplus(backups, NOW))
                .containsExactly(daysAgo(201));
    }

    @Test
    void nothingIsRemovedWhileNothingIsVerified() {
        List<Kept> backups =
                IntStream.range(0, 100).mapToObj(days -> bad(daysAgo(days))).toList();

        assertThat(new Retention(new RetentionSettings(1, 0)).surplus(backups, NOW))
                .isEmpty();
    }

    @Test
    void theBestOfADayIsTheNewestThatIsVerified() {
        List<Kept> backups = List.of(
                good(daysAgo(0)),
                bad(at("2026-11-20T20:00:00Z")),
                good(at("2026-11-20T12:00:00Z")),
                good(at("2026-11-20T03:30:00Z")));

        assertThat(new Retention(new RetentionSettings(30, 0)).surplus(backups, NOW))
                .containsExactly(at("2026-11-20T20:00:00Z"), at("2026-11-20T03:30:00Z"));
    }

    @Test
    void allOfTheLastTwentyFourHoursAreKept() {
        List<Kept> backups =
                List.of(good(daysAgo(0)), good(at("2026-11-25T13:00:00Z")), good(at("2026-11-25T12:00:00Z")));

        assertThat(new Retention(new RetentionSettings(30, 0)).surplus(backups, NOW))
                .isEmpty();
    }

    private static List<Kept> daily(int days) {
        return IntStream.range(0, days).mapToObj(ago -> good(daysAgo(ago))).toList();
    }

    private static BackupId daysAgo(int days) {
        return BackupId.at(NEWEST.minus(Duration.ofDays(days)));
    }

    private static BackupId id(String day) {
        return at(day + "T03:30:00Z");
    }

    private static BackupId at(String instant) {
        return BackupId.at(Instant.parse(instant));
    }

    private static Kept good(BackupId id) {
        return new Kept(id, manifest(id), Verification.passed(id.at(), 1));
    }

    private static Kept bad(BackupId id) {
        return new Kept(id, manifest(id), Verification.failed(id.at(), null, "it is cut short"));
    }

    private static Manifest manifest(BackupId id) {
        return new Manifest(Manifest.FORMAT, id.value(), 1, false, "15.18", List.of());
    }
}
