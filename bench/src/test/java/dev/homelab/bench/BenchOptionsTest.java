package dev.homelab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelab.bench.BenchOptions.Benchmark;
import dev.homelab.local.demo.DemoProblem;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

    @Test
    void takesANameAndQuickInAnyOrder() {
        assertThat(BenchOptions.parse("--quick", "ticket-burst"))
                .isEqualTo(new BenchOptions(Benchmark.TICKET_BURST, true));
        assertThat(BenchOptions.parse("ticket-burst").quick()).isFalse();
    }

    @Test
    void namesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> BenchOptions.parse("tickets"))
                .isInstanceOf(DemoProblem.class)
                .hasMessageContaining("no benchmark tickets");
        assertThatThrownBy(BenchOptions::parse).isInstanceOf(DemoProblem.class);
    }
}
