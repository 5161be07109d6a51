package dev.homelab.dashboard.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds looks up to minutes, minutes to hours, hours to days. Each step does whole pieces anew from where it came to last, so that
 * doing it twice changes nothing, and drops what is older than it is kept.
 */
@Component
class RollUp {

    private static final String COLUMNS =
            "watched, at, up_ms, degraded_ms, down_ms, unknown_ms, paused_ms, looks, took_ms, took_max_ms";
    private static final String FROM_LOOKS = """
            SELECT watched, date_trunc('minute', at, 'UTC'),
                   coalesce(sum(covers_ms) FILTER (WHERE health = 'up'), 0),
                   coalesce(sum(covers_ms) FILTER (WHERE health = 'degraded'), 0),
                   coalesce(sum(covers_ms) FILTER (WHERE health = 'down'), 0),
                   coalesce(sum(covers_ms) FILTER (WHERE health = 'unknown'), 0),
                   coalesce(sum(covers_ms) FILTER (WHERE health = 'paused'), 0),
                   count(*) FILTER (WHERE health IN ('up', 'degraded', 'down')),
                   coalesce(sum(took_ms::bigint) FILTER (WHERE health IN ('up', 'degraded', 'down')), 0),
                   coalesce(max(took_ms) FILTER (WHERE health IN ('up', 'degraded', 'down')), 0)
            FROM look WHERE at >= :from AND at < :until GROUP BY 1, 2""";
    private static final String AGAIN = """

            ON CONFLICT (watched, at) DO UPDATE SET up_ms = excluded.up_ms, degraded_ms = excluded.degraded_ms,
                down_ms = excluded.down_ms, unknown_ms = excluded.unknown_ms, paused_ms = excluded.paused_ms,
                looks = excluded.looks, took_ms = excluded.took_ms, took_max_ms = excluded.took_max_ms""";
    private static final Duration RAW = Duration.ofDays(2);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private final JdbcClient database;
    private final Clock clock;

    RollUp(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    void run() {
        Instant now = clock.instant();
        dropOldLooks(now);
        for (Grain grain : Grain.values()) {
            addUp(grain, now);
            if (grain.kept() != null) {
                database.sql("DELETE FROM " + grain.table() + " WHERE at < :before")
                        .param("before", Timestamp.from(now.minus(Objects.requireNonNull(grain.kept()))))
                        .update();
            }
        }
    }

    /** The piece that is not over yet is added up as far as it goes, and again the next time. */
    private void addUp(Grain grain, Instant now) {
        Instant from = database.sql("SELECT until FROM rolled_up WHERE unit = :unit FOR UPDATE")
                .param("unit", grain.key())
                .query(Timestamp.class)
                .single()
                .toInstant();
        Instant piece = now.truncatedTo(grain.unit());
        String source = grain.finer().map(finer -> fromFiner(grain, finer)).orElse(FROM_LOOKS);
        database.sql("INSERT INTO " + grain.table() + " (" + COLUMNS + ") " + source + AGAIN)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(piece.plus(grain.length())))
                .update();
        database.sql("UPDATE rolled_up SET until = :until WHERE unit = :unit")
                .param("until", Timestamp.from(piece))
                .param("unit", grain.key())
                .update();
    }

    private static String fromFiner(Grain grain, Grain finer) {
        return """
                SELECT watched, date_trunc('%s', at, 'UTC'), sum(up_ms), sum(degraded_ms), sum(down_ms), sum(unknown_ms),
                       sum(paused_ms), sum(looks), sum(took_ms), max(took_max_ms)
                FROM %s WHERE at >= :from AND at < :until GROUP BY 1, 2""".formatted(grain.key(), finer.table());
    }

    /** Looks stand in a table for each day, which is dropped whole. */
    private void dropOldLooks(Instant now) {
        String oldest = "look_" + DAY.format(now.minus(RAW));
        database.sql("""
                        SELECT inhrelid::regclass::text FROM pg_inherits
                        WHERE inhparent = 'look'::regclass AND inhrelid::regclass::text < :oldest""")
                .param("oldest", oldest)
                .query(String.class)
                .list()
                .forEach(table -> database.sql("DROP TABLE " + table).update());
    }
}
