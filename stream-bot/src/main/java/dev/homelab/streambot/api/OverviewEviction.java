package dev.homelab.streambot.api;

import dev.homelab.streambot.connection.LinksChanged;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cache.CacheManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Takes the overview out of its cache when a link changes; many changes at once take it out once. */
@Component
class OverviewEviction {

    private static final Logger log = LoggerFactory.getLogger(OverviewEviction.class);

    private final CacheManager caches;
    private final AtomicBoolean coming = new AtomicBoolean();

    OverviewEviction(CacheManager caches) {
        this.caches = caches;
    }

    /** Beside the request that has changed it, which does not wait for Redis. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(LinksChanged changed) {
        if (!coming.getAndSet(true)) {
            Thread.startVirtualThread(this::evict);
        }
    }

    private void evict() {
        coming.set(false);
        try {
            Objects.requireNonNull(caches.getCache(OverviewCache.NAME)).evict(Overview.KEY);
        } catch (RuntimeException away) {
            log.debug(
                    "The overview stays in its cache until it is too old: {}",
                    away.getClass().getSimpleName());
        }
    }
}
