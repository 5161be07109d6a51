package dev.homelab.dashboard.access;

import dev.homelab.dashboard.ledger.DatabaseArrived;
import dev.homelab.dashboard.ledger.Ledger;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow: who fails waits, twice as long each time, up to 15 minutes. It counts for a name from one address after five
 * failures, for an address after twenty, for a name from anywhere after a hundred, so that nobody locks others out easily.
 * Kept in memory and written down, as a restart is no pardon.
 */
@Component
class Lockouts {

    private static final int PAIR = 5;
    private static final int ADDRESS = 20;
    private static final int NAME = 100;
    private static final int MOST_KEYS = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(24);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 10;
    private static final Failures NONE = new Failures(0, Instant.EPOCH);

    private final JdbcClient database;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<String, Failures> all = new LinkedHashMap<>();
    private final Map<String, Integer> underWay = new HashMap<>();

    Lockouts(JdbcClient database, Ledger ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventListener(DatabaseArrived.class)
    synchronized void takeUp() {
        database.sql("SELECT key, failures, at FROM sign_in_failure ORDER BY at DESC LIMIT " + MOST_KEYS)
                .query((row, _) -> Map.entry(
                        row.getString("key"),
                        new Failures(
                                row.getInt("failures"), row.getTimestamp("at").toInstant())))
                .list()
                .forEach(failure -> all.putIfAbsent(failure.getKey(), failure.getValue()));
    }

    /** How much longer whoever signs in so has to wait; zero for who may try now, which has to be ended. */
    synchronized Duration begin(String name, String address) {
        Instant now = clock.instant();
        Map<String, Integer> keys = keys(name, address);
        Duration wait = keys.entrySet().stream()
                .map(key -> wait(key.getKey(), key.getValue(), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isZero()) {
            keys.keySet().forEach(key -> underWay.merge(key, 1, Integer::sum));
        }
        return wait;
    }

    synchronized void end(String name, String address) {
        keys(name, address)
                .keySet()
                .forEach(key -> underWay.computeIfPresent(key, (_, many) -> many == 1 ? null : many - 1));
    }

    /** What is under way may fail as well, so that a burst gets no further than a row. */
    private Duration wait(String key, int allowed, Instant now) {
        Failures failures = all.getOrDefault(key, NONE);
        int trying = underWay.getOrDefault(key, 0);
        if (failures.count() + trying < allowed) {
            return Duration.ZERO;
        }
        Duration moment = trying == 0 ? Duration.ZERO : MOMENT;
        Duration left = failures.count() < allowed ? moment : pause(failures, allowed, now);
        return left.compareTo(moment) > 0 ? left : moment;
    }

    private static Duration pause(Failures failures, int allowed, Instant now) {
        Duration pause = Duration.ofSeconds(1L << Math.min(DOUBLINGS, failures.count() - allowed));
        Duration bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        return Duration.between(now, failures.at().plus(bounded));
    }

    synchronized void failed(String name, String address) {
        Instant now = clock.instant();
        keys(name, address).keySet().forEach(key -> {
            Failures before = all.remove(key);
            int known = before == null || before.at().plus(FORGOTTEN).isBefore(now) ? 0 : before.count();
            Failures after = new Failures(known + 1, now);
            all.put(key, after);
            ledger.write(
                    "failed sign-in",
                    database -> database.sql("""
                            INSERT INTO sign_in_failure (key, failures, at) VALUES (:key, :failures, :at)
                            ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, at = excluded.at""")
                            .param("key", key)
                            .param("failures", after.count())
                            .param("at", Timestamp.from(now))
                            .update());
        });
        while (all.size() > MOST_KEYS) {
            all.remove(all.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String name, String address) {
        List<String> pair = List.of(pair(name, address), name(name));
        pair.forEach(all::remove);
        ledger.write(
                "sign-in",
                database -> database.sql("DELETE FROM sign_in_failure WHERE key IN (:keys) OR at < :old")
                        .param("keys", pair)
                        .param("old", Timestamp.from(clock.instant().minus(FORGOTTEN)))
                        .update());
    }

    private static Map<String, Integer> keys(String name, String address) {
        return Map.of(pair(name, address), PAIR, "address:" + address, ADDRESS, name(name), NAME);
    }

    private static String name(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return "name:" + small.substring(0, Math.min(60, small.length()));
    }

    private static String pair(String name, String address) {
        return "pair:" + address + " " + name(name);
    }

    private record Failures(int count, Instant at) {}
}
