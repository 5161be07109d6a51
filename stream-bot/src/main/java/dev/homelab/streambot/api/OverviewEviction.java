package dev.homelab.streambot.api;

import dev.homelab.streambot.connection.LinksChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Takes the overview out of its cache when a link changes; many at once take it out once, and a Redis that is away is left alone. */
@Component
class OverviewEviction {

    private static final Logger log = LoggerFactory.getLogger(OverviewEviction.class);

    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final CacheManager caches;
    private final Clock clock;
    private final AtomicBoolean coming = new AtomicBoolean();
    private volatile Instant again = Instant.MIN;

    OverviewEviction(CacheManager caches, Clock clock) {
        this.caches = caches;
        this.clock = clock;
    }

    /** Beside the request that has changed it, which does not wait for Redis. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(LinksChanged changed) {
        if (!clock.instant().isBefore(again) && !coming.getAndSet(true)) {
            Thread.startVirtualThread(this::evict);
        }
    }

    private void evict() {
        coming.set(false);
        try {
            // Evicting without "if present" only orders it, and says nothing of a Redis that is away.
            Objects.requireNonNull(caches.getCache(OverviewCache.NAME)).evictIfPresent(Overview.KEY);
        } catch (RuntimeException away) {
            again = clock.instant().plus(LEFT_ALONE);
            log.debug(
                    "The overview stays in its cache until it is too old: {}",
                    away.getClass().getSimpleName());
        }
    }
}
