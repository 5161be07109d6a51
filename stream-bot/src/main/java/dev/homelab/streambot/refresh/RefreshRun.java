package dev.homelab.streambot.refresh;

import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.PlatformHttp;
import dev.homelab.streambot.platform.Platforms;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks for due tokens, each platform in a lane of its own, so that a slow one holds up nobody else. */
@Component
class RefreshRun {

    private static final Logger log = LoggerFactory.getLogger(RefreshRun.class);

    private final Map<String, Lane> lanes;
    private final AtomicBoolean databaseAway = new AtomicBoolean();

    RefreshRun(
            Claims claims,
            TokenRefresher refresher,
            Settlement settlement,
            Platforms platforms,
            RefreshSettings settings,
            PlatformHttp http,
            CircuitBreakerRegistry breakers,
            Clock clock) {
        settings.check(http);
        this.lanes = platforms.enabled().stream()
                .map(Platform::id)
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new Lane(
                                id, claims, refresher, settlement, settings, breakers.circuitBreaker(id), clock)));
    }

    @Scheduled(fixedDelayString = "${homelab.refresh.poll:1s}")
    void look() {
        lanes.keySet().forEach(this::look);
    }

    /** Looks for what is due at one platform, without waiting for it. */
    void look(String platform) {
        Lane lane = lanes.get(platform);
        if (lane != null) {
            Thread.startVirtualThread(() -> drain(lane));
        }
    }

    /** Renews all that is due, and waits for it. */
    void run() {
        try (var looks = Executors.newVirtualThreadPerTaskExecutor()) {
            lanes.values().forEach(lane -> looks.execute(() -> drain(lane)));
        }
    }

    /** Nothing while the database is away, which is said once, not with every look. */
    private void drain(Lane lane) {
        try {
            lane.drain();
            databaseAway.set(false);
        } catch (DataAccessException | TransactionException away) {
            if (!databaseAway.getAndSet(true)) {
                log.warn(
                        "Due tokens cannot be looked for while the database is away: {}",
                        away.getClass().getSimpleName());
            }
        }
    }
}
