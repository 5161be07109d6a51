package dev.homelab.dashboard.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.ledger.Ledger;
import dev.homelab.dashboard.status.Believed;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes each look down, all of one second in one statement. A look speaks for the time since the one before, but for no more
 * than two and a half of its pace: for what lies further back nobody can speak, and it stays unknown.
 */
@Component
class LookLog {

    private static final String WRITE = """
            WITH rows AS (SELECT * FROM jsonb_to_recordset(:rows::jsonb)
                              AS r(slug text, at timestamptz, health text, covers_ms int, took_ms int)),
                 known AS (INSERT INTO watched (slug) SELECT DISTINCT slug FROM rows
                           ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id, slug)
            INSERT INTO look (watched, at, health, covers_ms, took_ms)
            SELECT known.id, at, health, covers_ms, took_ms FROM rows JOIN known USING (slug)""";
    private static final String MAKE_ROOM = """
            SELECT look_partition(day) FROM (SELECT DISTINCT (at AT TIME ZONE 'UTC')::date AS day
                                             FROM jsonb_to_recordset(:rows::jsonb) AS r(at timestamptz)) AS days""";
    private static final String REMEMBER_LATE_ONES =
            "UPDATE rolled_up SET until = least(until, date_trunc(unit, :oldest::timestamptz, 'UTC')) WHERE until > :oldest";

    private final Ledger ledger;
    private final JsonMapper json;
    private final Map<CheckId, Instant> last = new HashMap<>();
    private List<Row> batch = new ArrayList<>();

    LookLog(Ledger ledger, JsonMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    @EventListener
    synchronized void believed(Believed believed) {
        Instant at = believed.look().at();
        Instant before = last.put(believed.look().check(), at);
        batch.add(new Row(
                believed.look().check().value(),
                at,
                believed.paused() ? "paused" : believed.health().key(),
                before == null
                        ? 0
                        : covered(before, at, believed.definition().pace().every()),
                (int) Math.min(Integer.MAX_VALUE, believed.look().took().toMillis())));
    }

    private static int covered(Instant before, Instant at, Duration every) {
        long most = every.toMillis() * 5 / 2;
        long passed = Duration.between(before, at).toMillis();
        return Math.clamp(passed > most ? every.toMillis() : passed, 0, Integer.MAX_VALUE);
    }

    @Scheduled(fixedDelay = 1000)
    void flush() {
        List<Row> rows = taken();
        if (!rows.isEmpty()) {
            String body = json.writeValueAsString(rows);
            Instant oldest = rows.stream().map(Row::at).min(Instant::compareTo).orElseThrow();
            ledger.writeLook("looks", database -> write(database, body, oldest));
        }
    }

    private synchronized List<Row> taken() {
        List<Row> rows = batch;
        batch = new ArrayList<>();
        return rows;
    }

    private static void write(JdbcClient database, String rows, Instant oldest) {
        database.sql(MAKE_ROOM).param("rows", rows).query().listOfRows();
        database.sql(WRITE).param("rows", rows).update();
        database.sql(REMEMBER_LATE_ONES).param("oldest", Timestamp.from(oldest)).update();
    }

    private record Row(
            String slug,
            Instant at,
            String health,
            @JsonProperty("covers_ms") int covers,
            @JsonProperty("took_ms") int took) {}
}
