package dev.homelab.local.discord.rest;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Buckets by route, the global limit, and the shared one on starting threads. */
final class RateLimits {

    private static final int INVALID_REQUESTS = 10_000;

    private final Clock clock;
    private final Map<String, Window> windows = new HashMap<>();
    private final ArrayDeque<Instant> invalid = new ArrayDeque<>();
    private volatile Limits limits;

    RateLimits(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    void limits(Limits changed) {
        this.limits = changed;
    }

    Limits limits() {
        return limits;
    }

    private static final class Window {
        private Instant end = Instant.MIN;
        private int used;
    }

    /** Refuses with a 429, or lets through and writes the bucket's headers. */
    synchronized @Nullable TooMany take(Call call, Context context) {
        Instant now = clock.instant();
        if (call.route().counted() && limits.perSecond() > 0) {
            TooMany global = spend("global", limits.perSecond(), Duration.ofSeconds(1), now, TooMany.Scope.GLOBAL);
            if (global != null) {
                return global;
            }
        }
        if (call.route().startsThread() && limits.threadStarts() > 0) {
            String key = "threads " + call.major();
            TooMany shared = spend(key, limits.threadStarts(), limits.threadWindow(), now, TooMany.Scope.SHARED);
            if (shared != null) {
                return shared;
            }
        }
        return limits.perRoute() ? bucket(call, context, now) : null;
    }

    private @Nullable TooMany bucket(Call call, Context context, Instant now) {
        Bucket bucket = Bucket.of(call.route());
        String key = bucket.name() + ":" + call.major();
        TooMany refused = spend(key, bucket.limit(), bucket.window(), now, TooMany.Scope.USER);
        Window window = windows.computeIfAbsent(key, missing -> new Window());
        double wait = Duration.between(now, window.end).toMillis() / 1000.0;
        context.header("X-RateLimit-Limit", Integer.toString(bucket.limit()))
                .header("X-RateLimit-Remaining", Integer.toString(Math.max(0, bucket.limit() - window.used)))
                .header("X-RateLimit-Reset", Double.toString(window.end.toEpochMilli() / 1000.0))
                .header("X-RateLimit-Reset-After", Double.toString(wait))
                .header("X-RateLimit-Bucket", Integer.toHexString(bucket.name().hashCode()));
        return refused;
    }

    private @Nullable TooMany spend(String key, int limit, Duration length, Instant now, TooMany.Scope scope) {
        Window window = windows.computeIfAbsent(key, missing -> new Window());
        if (!now.isBefore(window.end)) {
            window.end = now.plus(length);
            window.used = 0;
        }
        if (window.used >= limit) {
            return new TooMany(scope, Duration.between(now, window.end));
        }
        window.used++;
        return null;
    }

    /** Remembers an answer that Discord counts as invalid: 401, 403, and 429 but for the shared scope. */
    synchronized void answered(int status, boolean shared) {
        if (status == 401 || status == 403 || (status == 429 && !shared)) {
            invalid.add(clock.instant());
        }
    }

    synchronized int invalidRequests() {
        Instant tenMinutesAgo = clock.instant().minus(Duration.ofMinutes(10));
        invalid.removeIf(at -> at.isBefore(tenMinutesAgo));
        return invalid.size();
    }

    boolean banned() {
        return invalidRequests() >= INVALID_REQUESTS;
    }
}
