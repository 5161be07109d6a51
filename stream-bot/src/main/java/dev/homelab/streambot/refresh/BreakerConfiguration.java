package dev.homelab.streambot.refresh;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One breaker for each platform; what its answers mean is none of its business, only whether it answers. */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

    private static final int CALLS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int TRIALS = 3;

    @Bean
    CircuitBreakerRegistry breakers(Clock clock, MeterRegistry meters) {
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowSize(CALLS)
                .minimumNumberOfCalls(CALLS)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        return breakers;
    }
}
