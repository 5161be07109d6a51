package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every check as Prometheus sees it: 1 for the state that it is in, and how long its last look took. */
@Component
class CheckMetrics {

    private static final double MILLIS = 1000;

    private final Board board;
    private volatile Map<CheckId, CheckStatus> seen = Map.of();
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
        Set<CheckId> before = seen.keySet();
        seen = board.picture().checks().stream().collect(Collectors.toMap(CheckStatus::id, Function.identity()));
        if (!seen.keySet().equals(before)) {
            register();
        }
    }

    /** Gauges look up what they tell, since making thousands of them anew takes a tenth of a second. */
    private void register() {
        states.register(
                seen.keySet().stream()
                        .flatMap(check -> Arrays.stream(Health.values())
                                .map(health -> MultiGauge.Row.of(
                                        Tags.of("check", check.value(), "state", health.key()),
                                        this,
                                        metrics -> metrics.tell(check, status -> status.health() == health ? 1 : 0))))
                        .toList(),
                true);
        durations.register(
                seen.keySet().stream()
                        .map(check -> MultiGauge.Row.of(
                                Tags.of("check", check.value()),
                                this,
                                metrics -> metrics.tell(
                                        check, status -> status.took().toMillis() / MILLIS)))
                        .toList(),
                true);
    }

    private double tell(CheckId check, ToDoubleFunction<CheckStatus> what) {
        CheckStatus status = seen.get(check);
        return status == null ? Double.NaN : what.applyAsDouble(status);
    }
}
