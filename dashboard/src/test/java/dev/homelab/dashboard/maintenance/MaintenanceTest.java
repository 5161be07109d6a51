package dev.homelab.dashboard.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.maintenance.Maintenance.Repeat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a maintenance is on, in the clock of whoever planned it. */
class MaintenanceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final CheckId SHOP = new CheckId("shop");

    private static Maintenance planned(String starts, Duration length, Repeat repeat, ZoneId zone) {
        Instant start = LocalDateTime.parse(starts).atZone(zone).toInstant();
        return new Maintenance(UUID.randomUUID(), "disks", Set.of(SHOP), start, start.plus(length), repeat, zone);
    }

    @Test
    void isOnOnceFromItsStartUntilBeforeItsEnd() {
        Maintenance once = planned("2026-06-01T10:00", Duration.ofHours(1), Repeat.ONCE, BERLIN);
        assertThat(once.isOn(Instant.parse("2026-06-01T07:59:59Z"))).isFalse();
        assertThat(once.isOn(Instant.parse("2026-06-01T08:00:00Z"))).isTrue();
        assertThat(once.isOn(Instant.parse("2026-06-01T08:59:59Z"))).isTrue();
        assertThat(once.isOn(Instant.parse("2026-06-01T09:00:00Z"))).isFalse();
        assertThat(once.isOn(Instant.parse("2026-06-02T08:30:00Z"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T22:30:00Z, true",
        "2026-06-02T00:30:00Z, true",
        "2026-06-02T03:59:59Z, true",
        "2026-06-02T04:00:00Z, false",
        "2026-06-02T19:59:59Z, false",
        "2026-07-15T20:00:00Z, true",
        "2026-07-16T03:30:00Z, true",
        "2026-05-31T21:00:00Z, false"
    })
    void crossesMidnightEachNight(Instant at, boolean on) {
        Maintenance nightly = planned("2026-06-01T22:00", Duration.ofHours(8), Repeat.DAILY, BERLIN);
        assertThat(nightly.isOn(at)).isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-05T21:30:00Z, true",
        "2026-06-06T00:30:00Z, true",
        "2026-06-06T21:30:00Z, false",
        "2026-06-12T21:30:00Z, true",
        "2026-12-25T21:30:00Z, false",
        "2026-12-25T22:30:00Z, true"
    })
    void comesEachWeekAtTheSameTimeOfItsClock(Instant at, boolean on) {
        Maintenance weekly = planned("2026-06-05T23:00", Duration.ofHours(4), Repeat.WEEKLY, BERLIN);
        assertThat(weekly.isOn(at)).isEqualTo(on);
    }

    /** On 2026-03-29 the clock goes from 2:00 to 3:00, on 2026-10-25 from 3:00 back to 2:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T01:29:59Z, false",
        "2026-03-28T01:30:00Z, true",
        "2026-03-29T01:10:00Z, false",
        "2026-03-29T01:30:00Z, true",
        "2026-03-29T02:29:59Z, true",
        "2026-03-29T02:30:00Z, false",
        "2026-03-30T00:30:00Z, true",
        "2026-03-30T01:30:00Z, false",
        "2026-10-25T00:29:59Z, false",
        "2026-10-25T00:30:00Z, true",
        "2026-10-25T01:10:00Z, true",
        "2026-10-25T01:30:00Z, false",
        "2026-10-26T01:30:00Z, true"
    })
    void comesOnceADayWhenSummerTimeBeginsAndEnds(Instant at, boolean on) {
        Maintenance daily = planned("2026-03-20T02:30", Duration.ofHours(1), Repeat.DAILY, BERLIN);
        assertThat(daily.isOn(at)).isEqualTo(on);
    }

    @Test
    void goesByTheClockOfWhoPlannedIt() {
        Instant at = Instant.parse("2026-06-02T13:30:00Z");
        assertThat(planned("2026-06-01T09:00", Duration.ofHours(1), Repeat.DAILY, ZoneId.of("America/New_York"))
                        .isOn(at))
                .isTrue();
        assertThat(planned("2026-06-01T09:00", Duration.ofHours(1), Repeat.DAILY, BERLIN)
                        .isOn(at))
                .isFalse();
    }

    @Test
    void coversThoseThatAreNamedAndAllWhereNoneIs() {
        Instant start = Instant.parse("2026-06-01T08:00:00Z");
        Maintenance named = planned("2026-06-01T10:00", Duration.ofHours(1), Repeat.ONCE, BERLIN);
        Maintenance all =
                new Maintenance(UUID.randomUUID(), "all", Set.of(), start, start.plusSeconds(60), Repeat.ONCE, BERLIN);
        CheckId other = new CheckId("other");
        assertThat(named.covers(SHOP, start)).isTrue();
        assertThat(named.covers(other, start)).isFalse();
        assertThat(all.covers(other, start)).isTrue();
    }

    @Test
    void refusesWhatWouldNeverEnd() {
        assertThatThrownBy(() -> planned("2026-06-01T10:00", Duration.ofHours(25), Repeat.DAILY, BERLIN))
                .isInstanceOf(InvalidCheck.class);
        assertThatThrownBy(() -> planned("2026-06-01T10:00", Duration.ZERO, Repeat.ONCE, BERLIN))
                .isInstanceOf(InvalidCheck.class);
    }
}
