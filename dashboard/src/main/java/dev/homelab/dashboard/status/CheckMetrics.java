package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Health;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every check as Prometheus sees it: 1 for the state that it is in, and how long its last look took. */
@Component
class CheckMetrics {

    private static final double MILLIS = 1000;

    private final Board board;
    private final MultiGauge states;
    private final MultiGauge durations;

    CheckMetrics(Board board, Incidents incidents, MeterRegistry metrics) {
        this.board = board;
        this.states = MultiGauge.builder("homelab.check.state")
                .description("1 for the state that a check is in, 0 for the others")
                .register(metrics);
        this.durations = MultiGauge.builder("homelab.check.duration")
                .baseUnit("seconds")
                .description("How long the last look took")
                .register(metrics);
        metrics.gauge("homelab.incidents.open", incidents, open -> open.open().size());
    }

    @Scheduled(fixedDelay = 5000)
    void measure() {
        List<CheckStatus> checks = board.picture().checks();
        states.register(
                checks.stream()
                        .flatMap(check -> List.of(Health.values()).stream()
                                .map(health -> MultiGauge.Row.of(
                                        Tags.of("check", check.id().value(), "state", health.key()),
                                        check.health() == health ? 1 : 0)))
                        .toList(),
                true);
        durations.register(
                checks.stream()
                        .map(check -> MultiGauge.Row.of(
                                Tags.of("check", check.id().value()),
                                check.took().toMillis() / MILLIS))
                        .toList(),
                true);
    }
}
