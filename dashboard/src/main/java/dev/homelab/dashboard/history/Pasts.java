package dev.homelab.dashboard.history;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.ledger.DatabaseArrived;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The past of all checks, held in memory and read anew each minute, so that no page waits for how much of it there is. */
@Component
public class Pasts {

    private static final Logger log = LoggerFactory.getLogger(Pasts.class);
    private static final Duration BARS = Duration.ofDays(90);

    private final Tallies tallies;
    private final Clock clock;
    private volatile Map<String, Past> all = Map.of();

    Pasts(Tallies tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    public Past of(CheckId check) {
        return all.getOrDefault(check.value(), Past.NOTHING);
    }

    /** Nothing that starts waits for it. */
    @EventListener(DatabaseArrived.class)
    void takeUp() {
        Thread.ofVirtual().name("pasts").start(this::readAnew);
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void readAnew() {
        try {
            all = read(clock.instant());
        } catch (DataAccessException | TransactionException e) {
            log.debug("The past stays as it was read last: {}", e.getMessage());
        }
    }

    private Map<String, Past> read(Instant now) {
        Map<Span, Map<String, Tally>> sums = new EnumMap<>(Span.class);
        sums.put(Span.DAY, tallies.sums(Grain.HOUR, now.minus(Span.DAY.length()).truncatedTo(ChronoUnit.HOURS)));
        List.of(Span.WEEK, Span.MONTH, Span.QUARTER, Span.YEAR)
                .forEach(span -> sums.put(
                        span, tallies.sums(Grain.DAY, now.minus(span.length()).truncatedTo(ChronoUnit.DAYS))));
        Map<String, List<Tally>> days = tallies.ofAll(Grain.DAY, now.minus(BARS).truncatedTo(ChronoUnit.DAYS));
        Set<String> checks = new HashSet<>(days.keySet());
        sums.values().forEach(span -> checks.addAll(span.keySet()));
        Map<String, Past> pasts = new HashMap<>();
        checks.forEach(check -> pasts.put(check, past(check, sums, days.getOrDefault(check, List.of()))));
        return pasts;
    }

    private static Past past(String check, Map<Span, Map<String, Tally>> sums, List<Tally> days) {
        Map<Span, Tally> own = new EnumMap<>(Span.class);
        sums.forEach((span, all) -> own.put(span, all.getOrDefault(check, Tally.NOTHING)));
        return new Past(own, days);
    }
}
