package dev.homelab.streambot.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Each instance counts for itself, and in Redis all count together; what Redis missed while it was away is not forgotten. */
@Component
class RateLimits {

    private static final Logger log = LoggerFactory.getLogger(RateLimits.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final int MOST_BUCKETS = 100_000;

    private final SharedBuckets shared;
    private final Clock clock;
    private final Cache<String, Bucket> own = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    private volatile Instant sharedAgain = Instant.MIN;

    RateLimits(SharedBuckets shared, Clock clock) {
        this.shared = shared;
        this.clock = clock;
    }

    /**
     * Takes one.
     *
     * @param who what is counted together, such as an address
     * @return how long to wait when there is none left; zero when there was one
     */
    Duration take(Limit limit, String who) {
        String key = "stream-bot:" + limit.setting() + ":" + who;
        Duration wait = wait(own.get(key, _ -> local(limit)));
        if (!wait.isZero() || clock.instant().isBefore(sharedAgain)) {
            return wait;
        }
        try {
            return wait(shared.bucket(key, limit));
        } catch (RuntimeException away) {
            log.warn(
                    "Redis is away, so that limits count for this instance alone: {}",
                    away.getClass().getSimpleName());
            sharedAgain = clock.instant().plus(LEFT_ALONE);
            return wait;
        }
    }

    private static Bucket local(Limit limit) {
        return Bucket.builder().addLimit(limit.bucket().getBandwidths()[0]).build();
    }

    private static Duration wait(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }
}
