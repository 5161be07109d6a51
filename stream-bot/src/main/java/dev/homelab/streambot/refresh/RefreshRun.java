package dev.homelab.streambot.refresh;

import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.PlatformHttp;
import dev.homelab.streambot.platform.Platforms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes what is due, asks the platforms outside of any transaction, and settles each link. */
@Component
class RefreshRun {

    private static final Logger log = LoggerFactory.getLogger(RefreshRun.class);

    private final Claims claims;
    private final TokenRefresher refresher;
    private final Platforms platforms;
    private final Pauses pauses;
    private final RefreshSettings settings;
    private final MeterRegistry meters;
    private final AtomicBoolean databaseAway = new AtomicBoolean();

    RefreshRun(
            Claims claims,
            TokenRefresher refresher,
            Platforms platforms,
            Pauses pauses,
            RefreshSettings settings,
            PlatformHttp http,
            MeterRegistry meters) {
        settings.check(http);
        this.claims = claims;
        this.refresher = refresher;
        this.platforms = platforms;
        this.pauses = pauses;
        this.settings = settings;
        this.meters = meters;
        platforms
                .enabled()
                .forEach(platform -> Gauge.builder(
                                "homelab.platform.paused", () -> pauses.paused(platform.id()) ? 1 : 0)
                        .description("1 while a platform is left alone because it throttles us or refuses our client")
                        .tag("platform", platform.id())
                        .register(meters));
    }

    @Scheduled(fixedDelayString = "${homelab.refresh.poll:2s}")
    void run() {
        List<Connection> due = due();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(connection -> workers.execute(() -> renew(connection)));
        }
    }

    /** Nothing while the database is away, which is said once, not with every look. */
    private List<Connection> due() {
        List<String> enabled = platforms.enabled().stream().map(Platform::id).toList();
        try {
            List<Connection> due = claims.take(pauses.open(enabled), settings.lease(), settings.batch());
            databaseAway.set(false);
            return due;
        } catch (DataAccessException | TransactionException away) {
            if (!databaseAway.getAndSet(true)) {
                log.warn(
                        "Due tokens cannot be looked for while the database is away: {}",
                        away.getClass().getSimpleName());
            }
            return List.of();
        }
    }

    private void renew(Connection connection) {
        String name = "failed";
        try {
            RefreshOutcome outcome = refresher.refresh(connection);
            name = settle(connection, outcome)
                    ? outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                    : "overtaken";
        } catch (RuntimeException unexpected) {
            log.atError()
                    .addKeyValue("platform", connection.platform())
                    .addKeyValue("connection", connection.id())
                    .setCause(unexpected)
                    .log("A renewal ended without a result; it is tried again when its lease runs out");
        }
        meters.counter("homelab.token.refresh", "platform", connection.platform(), "outcome", name)
                .increment();
    }

    private boolean settle(Connection connection, RefreshOutcome outcome) {
        return switch (outcome) {
            case RefreshOutcome.Refreshed fresh -> claims.refreshed(connection, fresh.tokens());
            case RefreshOutcome.Revoked revoked -> {
                boolean broke = claims.broke(connection);
                log(Level.WARN, connection, broke ? "A link is broken: " + revoked.reason() : "A race was lost");
                yield broke;
            }
            case RefreshOutcome.RetryLater later -> {
                log(Level.INFO, connection, "A token could not be renewed yet: " + later.reason());
                yield claims.retryLater(connection);
            }
            case RefreshOutcome.Throttled throttled -> {
                Instant until = pauses.pause(connection.platform(), throttled.pause());
                log(Level.WARN, connection, "The platform wants us to wait until " + until);
                yield claims.postpone(connection, until);
            }
            case RefreshOutcome.Misconfigured refused -> {
                Instant until = pauses.pause(connection.platform(), settings.misconfigured());
                log(Level.ERROR, connection, misconfigured(connection, refused, until));
                yield claims.postpone(connection, until);
            }
        };
    }

    private static String misconfigured(Connection connection, RefreshOutcome.Misconfigured refused, Instant until) {
        String prefix = connection.platform().toUpperCase(Locale.ROOT);
        return "The platform refuses our client (status " + refused.status() + "): check " + prefix + "_CLIENT_ID and "
                + prefix + "_CLIENT_SECRET; tokens are not renewed until " + until;
    }

    private static void log(Level level, Connection connection, String what) {
        log.atLevel(level)
                .addKeyValue("platform", connection.platform())
                .addKeyValue("connection", connection.id())
                .log(what);
    }
}
