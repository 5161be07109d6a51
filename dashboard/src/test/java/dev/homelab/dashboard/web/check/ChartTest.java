package dev.homelab.dashboard.web.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.common.page.Moments;
import dev.homelab.dashboard.history.Tally;
import dev.homelab.dashboard.web.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ChartTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static Reader reader(Locale locale) {
        return new Reader(locale, Moments.of(new MockHttpServletRequest(), locale));
    }

    private static Tally minute(int ago, long took) {
        return new Tally(NOW.minus(Duration.ofMinutes(ago)), 60_000, 0, 0, 0, 0, 1, took, took);
    }

    private static Chart chart(Locale locale, Tally... minutes) {
        return Chart.of(Arrays.asList(minutes), Range.DAY, NOW, reader(locale));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1     | en | 0 ms, 1 ms, 2 ms, 3 ms, 4 ms",
                "33    | en | 0 ms, 10 ms, 20 ms, 30 ms, 40 ms",
                "112   | en | 0 ms, 50 ms, 100 ms, 150 ms, 200 ms",
                "1400  | en | 0 s, 0.5 s, 1 s, 1.5 s, 2 s",
                "1400  | de | 0 s, 0,5 s, 1 s, 1,5 s, 2 s",
                "12000 | fr | 0 s, 5 s, 10 s, 15 s, 20 s"
            })
    void marksRoundNumbersInOneUnitUpToTheSlowestAnswer(long slowest, String language, String marks) {
        assertThat(chart(Locale.of(language), minute(10, 1), minute(0, slowest)).millis())
                .extracting(Chart.Mark::text)
                .containsExactlyElementsOf(List.of(marks.split(", ")));
    }

    @Test
    void interruptsItsLinesWhereNobodyLooked() {
        Tally[] looked = Stream.of(minute(60, 5), minute(50, 5), minute(20, 5), minute(10, 5))
                .toArray(Tally[]::new);

        assertThat(chart(Locale.ENGLISH, looked).mean().chars().filter(pen -> pen == 'M'))
                .hasSize(2);
    }

    @Test
    void interruptsItsLinesWhereLooksFoundNothingOut() {
        Tally unknown = new Tally(NOW.minus(Duration.ofMinutes(40)), 0, 0, 0, 60_000, 0, 20, 40_000, 9_000);
        Tally paused = new Tally(NOW.minus(Duration.ofMinutes(30)), 0, 0, 0, 0, 60_000, 20, 40_000, 9_000);
        Chart chart = chart(Locale.ENGLISH, minute(60, 5), minute(50, 5), unknown, paused, minute(20, 5));

        assertThat(chart.mean().chars().filter(pen -> pen == 'M')).hasSize(2);
        assertThat(chart.mean().chars().filter(pen -> pen == 'L')).hasSize(1);
        assertThat(chart.millis().getLast().text()).isEqualTo("8 ms");
    }

    @ParameterizedTest
    @EnumSource(Range.class)
    void marksTimesOnlyWhereTheirTextsHaveRoom(Range range) {
        assertThat(Chart.of(List.of(minute(10, 5)), range, NOW, reader(Locale.ENGLISH))
                        .times())
                .hasSizeGreaterThan(3)
                .allSatisfy(mark -> assertThat(mark.at()).isBetween(7.0, 93.0));
    }

    @Test
    void saysThatItHasNothingToShow() {
        assertThat(chart(Locale.ENGLISH).empty()).isTrue();
    }
}
