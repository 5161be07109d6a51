package dev.homelab.common.correlation;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.client.ClientHttpRequestInterceptor;

/** One id for whatever follows from a request or a job: it stands in each line of the log, here and in the services that are asked for it. */
public final class Correlation {

    /** 16 of 0-9 and a-f; taken from other services of ours, and in every answer. */
    public static final String HEADER = "X-Correlation-Id";

    /** Its name in logs and traces. */
    public static final String KEY = "correlation.id";

    private static final String SHAPE = "[0-9a-f]{16}";

    private Correlation() {}

    /** Ends with the block that it was begun in. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /** A new id for what this thread does until the scope is closed. */
    public static Scope begin() {
        return begin(null);
    }

    /** @param known of whoever asks for it; one that is missing or is none is replaced */
    static Scope begin(@Nullable String known) {
        String before = MDC.get(KEY);
        MDC.put(KEY, known != null && known.matches(SHAPE) ? known : fresh());
        return () -> {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        };
    }

    /** Of what this thread does now. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /** Tells it to a service of ours; for no other. */
    public static ClientHttpRequestInterceptor passedOn() {
        return (request, body, execution) -> {
            current().ifPresent(id -> request.getHeaders().set(HEADER, id));
            return execution.execute(request, body);
        };
    }

    /** Not a secret. */
    private static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
