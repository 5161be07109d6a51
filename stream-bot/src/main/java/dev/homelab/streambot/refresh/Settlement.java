package dev.homelab.streambot.refresh;

import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.refresh.RefreshOutcome.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** Writes down what came of a claim, says so in one log event, and counts it. */
@Component
class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Claims claims;
    private final RefreshSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Instant> quietUntil = new ConcurrentHashMap<>();

    Settlement(Claims claims, RefreshSettings settings, MeterRegistry meters, Clock clock) {
        this.claims = claims;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Whether this instance was told to leave the platform alone, be it by an answer that came a moment ago. */
    boolean paused(String platform) {
        return clock.instant().isBefore(quietUntil.getOrDefault(platform, Instant.MIN));
    }

    /** Gives a claim back that was not used. */
    void giveBack(Connection claimed) {
        Instant soon = clock.instant().plus(SOON);
        claims.postpone(claimed, later(soon, quietUntil.getOrDefault(claimed.platform(), soon)));
    }

    RefreshOutcome settle(Connection claimed, RefreshOutcome outcome) {
        RefreshOutcome settled = write(claimed, outcome) ? outcome : new RefreshOutcome.LostRace();
        meters.counter("homelab.token.refresh", "platform", claimed.platform(), "outcome", settled.name())
                .increment();
        return settled;
    }

    private boolean write(Connection claimed, RefreshOutcome outcome) {
        return switch (outcome) {
            case RefreshOutcome.Refreshed fresh -> claims.refreshed(claimed, fresh.tokens());
            case RefreshOutcome.LostRace lost -> false;
            case RefreshOutcome.Dead dead -> {
                boolean died = claims.died(claimed, dead.reason());
                say(
                        Level.WARN,
                        claimed,
                        outcome,
                        dead.failure(),
                        died ? "link again: " + dead.reason().code() : "none");
                yield died;
            }
            case RefreshOutcome.TryAgain again -> tryAgain(Level.INFO, claimed, outcome, again.failure());
            case RefreshOutcome.Stuck stuck -> tryAgain(Level.WARN, claimed, outcome, stuck.failure());
            case RefreshOutcome.Unrenewable without -> claims.postpone(claimed, without.until());
            case RefreshOutcome.Throttled throttled -> {
                Instant until = pause(claimed.platform(), clock.instant().plus(throttled.pause()));
                say(Level.WARN, claimed, outcome, throttled.failure(), "the platform waits until " + until);
                yield claims.postpone(claimed, until);
            }
            case RefreshOutcome.OurFault ours -> {
                boolean told = paused(claimed.platform());
                Instant until = pause(claimed.platform(), clock.instant().plus(settings.ours()));
                say(told ? Level.DEBUG : Level.ERROR, claimed, outcome, ours.failure(), check(claimed, until));
                yield claims.postpone(claimed, until);
            }
        };
    }

    private boolean tryAgain(Level level, Connection claimed, RefreshOutcome outcome, Failure failure) {
        boolean written = claims.tryAgain(claimed);
        say(level, claimed, outcome, failure, "again at " + claimed.refreshDue());
        return written;
    }

    private static String check(Connection claimed, Instant until) {
        String prefix = claimed.platform().toUpperCase(Locale.ROOT);
        return "check " + prefix + "_CLIENT_ID and " + prefix + "_CLIENT_SECRET; nothing is renewed until " + until;
    }

    private Instant pause(String platform, Instant until) {
        claims.pause(platform, until);
        return quietUntil.merge(platform, until, Settlement::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void say(Level level, Connection claimed, RefreshOutcome outcome, Failure failure, String next) {
        log.atLevel(level)
                .addKeyValue("platform", claimed.platform())
                .addKeyValue("connection", claimed.id())
                .addKeyValue("attempt", claimed.failures() + 1)
                .addKeyValue("class", outcome.name())
                .addKeyValue("status", failure.status())
                .addKeyValue("code", failure.code())
                .addKeyValue("next", next)
                .log("A token was not renewed ({}): {}", outcome.name(), next);
    }
}
