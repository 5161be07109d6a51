package dev.homelab.common.trace;

import dev.homelab.common.correlation.Correlation;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** What traces show, and what they never do: query strings, which may carry codes, states and tokens. */
@AutoConfiguration
class TracingConfiguration {

    private static final String URL = "http.url";
    private static final List<String> PROBES = List.of("/actuator", "/livez", "/readyz");

    /** Both ends of an observation pass here before it becomes a span. */
    @Bean
    static ObservationFilter plainSpans() {
        return context -> {
            KeyValue url = context.getHighCardinalityKeyValue(URL);
            if (url != null) {
                context.addHighCardinalityKeyValue(withoutQuery(url));
            }
            KeyValue template = context.getLowCardinalityKeyValue("uri");
            if (template != null) {
                context.addLowCardinalityKeyValue(withoutQuery(template));
            }
            Correlation.current().ifPresent(id -> context.addHighCardinalityKeyValue(KeyValue.of(Correlation.KEY, id)));
            return context;
        };
    }

    private static KeyValue withoutQuery(KeyValue address) {
        return KeyValue.of(address.getKey(), address.getValue().replaceFirst("[?#].*", ""));
    }

    /** They come every few seconds and tell nothing. */
    @Bean
    static SpanExportingPredicate withoutProbes() {
        return span -> PROBES.stream().noneMatch(span.getTags().getOrDefault(URL, "")::startsWith);
    }

    /** Strangers take part in no trace of ours: they could make their requests look like parts of others'. */
    @Bean
    static FilterRegistrationBean<OncePerRequestFilter> ownTraces() {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new StrangersTraces());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
