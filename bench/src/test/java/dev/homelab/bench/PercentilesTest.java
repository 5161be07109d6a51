package dev.homelab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void takesTheSmallestValueThatEnoughValuesDoNotExceed() {
        Percentiles hundred =
                new Percentiles(LongStream.rangeClosed(1, 100).boxed().toList());

        assertThat(hundred.at(99)).isEqualTo(99);
        assertThat(hundred.at(50)).isEqualTo(50);
        assertThat(new Percentiles(List.of(7L, 3L)).at(99)).isEqualTo(7);
    }

    @Test
    void isZeroWithoutValues() {
        assertThat(new Percentiles(List.of()).at(99)).isZero();
    }
}
