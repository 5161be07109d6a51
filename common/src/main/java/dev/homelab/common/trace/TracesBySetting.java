package dev.homelab.common.trace;

import dev.homelab.common.startup.InvalidSetting;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves everything about traces out of the context while nobody has set where they go, so that they cost nothing. */
final class TracesBySetting implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static final String OPEN_TELEMETRY = "org.springframework.boot.opentelemetry.autoconfigure.";

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean traced = isSet(Objects.requireNonNull(environment).getProperty(ENDPOINT, ""));
        boolean[] kept = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            kept[i] = candidate == null || (traced ? !exportsLogs(candidate) : !traces(candidate));
        }
        return kept;
    }

    private static boolean isSet(String endpoint) {
        if (!endpoint.matches("(https?://[^/?#]+(/[^?#]*)?)?")) {
            throw new InvalidSetting(
                    ENDPOINT,
                    "is no address of an OTLP receiver",
                    "set it to something like http://collector:4318, or leave it empty for no traces");
        }
        return !endpoint.isEmpty();
    }

    /** Logs go to the console alone. */
    private static boolean exportsLogs(String candidate) {
        return candidate.startsWith(OPEN_TELEMETRY + "logging.");
    }

    /** The tracer that does nothing may stay, for whoever asks for one. */
    private static boolean traces(String candidate) {
        return candidate.startsWith(OPEN_TELEMETRY)
                || (candidate.startsWith("org.springframework.boot.micrometer.tracing.")
                        && !candidate.endsWith(".NoopTracerAutoConfiguration"))
                || candidate.equals(TracingConfiguration.class.getName());
    }
}
