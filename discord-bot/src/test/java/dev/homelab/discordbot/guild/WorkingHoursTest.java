package dev.homelab.discordbot.guild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-11-23 is a Monday; Berlin is an hour ahead of UTC in winter. */
class WorkingHoursTest {

    private static final WorkingHours OFFICE = hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 9, 17);
    private static final WorkingHours NIGHTS = hours(Set.of(DayOfWeek.FRIDAY), 22, 2);

    private static WorkingHours hours(Set<DayOfWeek> days, int from, int until) {
        return new WorkingHours("Europe/Berlin", days, LocalTime.of(from, 0), LocalTime.of(until, 0), "");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, 60, 2026-11-23T10:00:00Z",
        "2026-11-23T15:30:00Z, 60, 2026-11-24T08:30:00Z",
        "2026-11-27T15:30:00Z, 60, 2026-11-30T08:30:00Z",
        "2026-11-28T12:00:00Z, 60, 2026-11-30T09:00:00Z",
        "2026-11-23T03:00:00Z, 960, 2026-11-24T16:00:00Z",
    })
    void countsOnlyTheTimeInWhichSomebodyIsThere(Instant opened, int minutes, Instant due) {
        assertThat(OFFICE.after(opened, Duration.ofMinutes(minutes))).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T00:30:00Z, 30, 2026-11-28T01:00:00Z",
        "2026-11-28T00:30:00Z, 31, 2026-12-04T21:01:00Z",
    })
    void countsOnOverMidnight(Instant opened, int minutes, Instant due) {
        assertThat(NIGHTS.after(opened, Duration.ofMinutes(minutes))).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27T15:30:00Z, 60, 2026-03-30T07:30:00Z",
        "2026-10-23T14:30:00Z, 60, 2026-10-26T08:30:00Z",
    })
    void followsSummerTime(Instant opened, int minutes, Instant due) {
        assertThat(OFFICE.after(opened, Duration.ofMinutes(minutes))).isEqualTo(due);
    }
}
