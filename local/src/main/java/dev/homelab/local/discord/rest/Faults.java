package dev.homelab.local.discord.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What REST does wrong on purpose. */
public final class Faults {

    private final List<Planned> planned = new ArrayList<>();
    private volatile Duration latency = Duration.ZERO;

    /**
     * @param method such as POST, or null for any
     * @param route such as {@code /channels/{channel_id}/threads}, or null for any
     * @param performed whether the work is done all the same, so that only the answer is lost
     */
    record Fault(
            @Nullable String method,
            @Nullable String route,
            int status,
            TooMany.@Nullable Scope scope,
            Duration delay,
            boolean performed,
            @Nullable Hold hold,
            @Nullable Written written) {

        Fault(
                @Nullable String method,
                @Nullable String route,
                int status,
                TooMany.@Nullable Scope scope,
                Duration delay,
                boolean performed,
                @Nullable Hold hold) {
            this(method, route, status, scope, delay, performed, hold, null);
        }

        boolean hits(String asked, String template, String path) {
            return (method == null || method.equals(asked))
                    && (route == null || route.equals(template) || route.equals(path));
        }

        /** Waits while it is held; true when the request is then served as if nothing had been. */
        boolean passes() {
            return hold != null && hold.passes();
        }
    }

    /** An answer to the letter. */
    record Written(String contentType, String body, Map<String, String> headers) {}

    /** A request that gets no answer until somebody lets it go. */
    public static final class Hold {

        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile boolean passes;

        private Hold() {}

        /** Whether the request has come. */
        public boolean isHeld() {
            return held.getCount() == 0;
        }

        /** Lets it have its answer: a 500, after which JDA does not try again. */
        public void release() {
            released.countDown();
        }

        /** Lets it have the answer that it would have had, and does what it asks, if that was not done before. */
        public void pass() {
            passes = true;
            released.countDown();
        }

        private boolean passes() {
            held.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return passes;
        }
    }

    private static final class Planned {
        private final Fault fault;
        private int left;

        private Planned(Fault fault, int left) {
            this.fault = fault;
            this.left = left;
        }
    }

    /** Answers the next {@code times} requests to the route with a status such as 503, and does nothing. */
    public void answer(int times, int status, @Nullable String method, @Nullable String route) {
        plan(times, new Fault(method, route, status, null, Duration.ZERO, false, null));
    }

    /** Answers the next request of no described route, such as {@code /oauth2/token}, with this, and does nothing. */
    public void write(
            int status, String contentType, String body, Map<String, String> headers, String method, String route) {
        Written written = new Written(contentType, body, Map.copyOf(headers));
        plan(1, new Fault(method, route, status, null, Duration.ZERO, false, null, written));
    }

    /** Does what the next {@code times} requests ask, and answers them with a status such as 500. */
    public void loseAnswer(int times, int status, @Nullable String method, @Nullable String route) {
        plan(times, new Fault(method, route, status, null, Duration.ZERO, true, null));
    }

    /** Answers the next {@code times} requests with a 429 of scope {@code user}, {@code global} or {@code shared}. */
    public void rateLimit(int times, String scope, Duration delay, @Nullable String method, @Nullable String route) {
        TooMany.Scope whose = TooMany.Scope.valueOf(scope.toUpperCase(java.util.Locale.ROOT));
        plan(times, new Fault(method, route, 429, whose, delay, false, null));
    }

    /**
     * Holds the answer of the next request.
     *
     * @param route as in {@link #answer}, or one path such as {@code /channels/42/messages}
     * @param performed whether what it asks is done before it is held; if not, it is done only if it may pass
     */
    public Hold hold(boolean performed, String method, String route) {
        Hold hold = new Hold();
        plan(1, new Fault(method, route, 500, null, Duration.ZERO, performed, hold));
        return hold;
    }

    /** Lets every answer wait this long. */
    public void latency(Duration delay) {
        this.latency = delay;
    }

    public Duration latency() {
        return latency;
    }

    /** Forgets all of it. */
    public synchronized void clear() {
        planned.clear();
        latency = Duration.ZERO;
    }

    private synchronized void plan(int times, Fault fault) {
        planned.add(new Planned(fault, times));
    }

    /** {@code path} is that of the request, and {@code template} the route it belongs to. */
    synchronized @Nullable Fault next(String method, String template, String path) {
        for (Planned each : planned) {
            if (each.left > 0 && each.fault.hits(method, template, path)) {
                each.left--;
                return each.fault;
            }
        }
        return null;
    }
}
