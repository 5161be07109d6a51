package dev.homelab.streambot.refresh;

import dev.homelab.common.correlation.Correlation;
import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One platform's renewals by this instance: so many at once, each at its turn, and none while the platform is down. */
final class Lane {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final Duration AHEAD = Duration.ofMillis(500);

    private final String platform;
    private final Claims claims;
    private final TokenRefresher refresher;
    private final Settlement settlement;
    private final RefreshSettings settings;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private final Semaphore free;
    private final AtomicBoolean busy = new AtomicBoolean();

    Lane(
            String platform,
            Claims claims,
            TokenRefresher refresher,
            Settlement settlement,
            RefreshSettings settings,
            CircuitBreaker breaker,
            Clock clock) {
        this.platform = platform;
        this.claims = claims;
        this.refresher = refresher;
        this.settlement = settlement;
        this.settings = settings;
        this.breaker = breaker;
        this.clock = clock;
        this.free = new Semaphore(settings.concurrent());
    }

    /** Renews all that is due, unless it is at that already. */
    void drain() {
        if (!busy.getAndSet(true)) {
            try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
                while (takeSome(workers)) {
                    awaitHalf();
                }
            } finally {
                busy.set(false);
            }
        }
    }

    /** Whether there may be more. */
    private boolean takeSome(ExecutorService workers) {
        if (settlement.paused(platform) || !maybeUp()) {
            return false;
        }
        int limit = free.drainPermits();
        if (breaker.getState() == CircuitBreaker.State.HALF_OPEN && limit > 1) {
            free.release(limit - 1);
            limit = 1;
        }
        List<Connection> due = List.of();
        try {
            due = limit == 0 ? due : claims.take(platform, settings.lease(), settings.spacing(platform), AHEAD, limit);
            due.forEach(claimed -> workers.execute(() -> renewAndRelease(claimed)));
        } finally {
            free.release(limit - due.size());
        }
        return limit > 0 && due.size() == limit;
    }

    /** Asking is what makes a breaker look whether its pause is over. */
    private boolean maybeUp() {
        boolean permitted = breaker.tryAcquirePermission();
        if (permitted) {
            breaker.releasePermission();
        }
        return permitted;
    }

    /** Half of all calls may be under way still when the next are taken. */
    private void awaitHalf() {
        int half = Math.max(1, settings.concurrent() / 2);
        free.acquireUninterruptibly(half);
        free.release(half);
    }

    private void renewAndRelease(Connection claimed) {
        try (var _ = Correlation.begin()) {
            awaitTurn(claimed);
            if (missedItsTurn(claimed)) {
                claims.postpone(claimed, clock.instant());
            } else {
                renew(claimed);
            }
        } catch (RuntimeException unexpected) {
            log.atError()
                    .addKeyValue("platform", platform)
                    .addKeyValue("connection", claimed.id())
                    .setCause(unexpected)
                    .log("A renewal ended without a result; it is tried again when its lease runs out");
        } finally {
            free.release();
        }
    }

    /** Renews a link that is claimed, whoever asked for it. */
    private void renew(Connection claimed) {
        if (settlement.paused(platform) || !breaker.tryAcquirePermission()) {
            settlement.giveBack(claimed);
            return;
        }
        long start = breaker.getCurrentTimestamp();
        RefreshOutcome outcome = refresher.refresh(claimed);
        if (outcome instanceof RefreshOutcome.TryAgain) {
            breaker.onError(
                    breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), new PlatformTrouble(platform));
        } else {
            breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
        }
        settlement.settle(claimed, outcome);
    }

    /** Without a budget there is nothing to miss. */
    private boolean missedItsTurn(Connection claimed) {
        return !settings.spacing(platform).isZero()
                && clock.instant().isAfter(claimed.callAt().plus(RefreshSettings.LATEST));
    }

    private void awaitTurn(Connection claimed) {
        Instant turn = claimed.callAt();
        Duration wait = Duration.between(clock.instant(), turn);
        if (wait.isPositive()) {
            try {
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
