package dev.homelab.streambot.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the audit, one statement a line, and reads it again; what streamers did is only ever added to. */
@Component
public class AuditLog {

    private static final String NOTE = """
            INSERT INTO audit_entry (at, action, outcome, platform, streamer_id, connection_id, ip, user_agent, detail)
            VALUES (:at, :action, :outcome, :platform, :streamer, :connection, :ip, :userAgent, :detail)
            """;

    private static final String PAGE = """
            SELECT * FROM audit_entry
            WHERE id < :before AND (CAST(:streamer AS uuid) IS NULL OR streamer_id = :streamer)
                AND (CAST(:action AS text) IS NULL OR action = :action)
            ORDER BY id DESC LIMIT :limit
            """;

    private static final String REFUSED = """
            SELECT outcome, count(*) AS count FROM audit_entry
            WHERE at >= :since AND action IN ('SIGN_IN', 'LINK', 'LINK_AGAIN', 'CALLBACK') AND outcome <> 'done'
            GROUP BY outcome ORDER BY count DESC, outcome
            """;

    private static final String FORGET = """
            DELETE FROM audit_entry WHERE id IN (
                SELECT id FROM audit_entry
                WHERE at < :before AND (streamer_id IS NULL OR action = 'HAND_OUT') LIMIT :batch)
            """;

    private static final int BATCH = 1000;

    /** How many consents ended like this. */
    public record Refused(String outcome, long count) {}

    /** A line with its place in the audit, which only grows. */
    public record Line(long id, AuditEntry entry) {}

    private final JdbcClient jdbc;
    private final MeterRegistry meters;

    AuditLog(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.meters = meters;
    }

    public void note(AuditEntry entry) {
        jdbc.sql(NOTE)
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("action", entry.action().name())
                .param("outcome", entry.outcome())
                .param("platform", entry.platform())
                .param("streamer", entry.streamer())
                .param("connection", entry.connection())
                .param("ip", entry.origin().ip())
                .param("userAgent", entry.origin().userAgent())
                .param("detail", entry.detail())
                .update();
        String platform = entry.platform();
        meters.counter(
                        "homelab.audit",
                        "action",
                        entry.action().name().toLowerCase(Locale.ROOT),
                        "platform",
                        platform == null ? "" : platform,
                        "outcome",
                        entry.outcome())
                .increment();
    }

    /**
     * The newest lines before one.
     *
     * @param before {@link Long#MAX_VALUE} to begin with the newest of all
     * @param streamer null for everybody
     * @param action null for any
     */
    public List<Line> page(long before, @Nullable UUID streamer, @Nullable Action action, int limit) {
        return jdbc.sql(PAGE)
                .param("before", before)
                .param("streamer", streamer)
                .param("action", action == null ? null : action.name())
                .param("limit", limit)
                .query(AuditLog::line)
                .list();
    }

    /** The consents that came to nothing since then, by outcome, the most frequent first. */
    public List<Refused> refusedConsents(Instant since) {
        return jdbc.sql(REFUSED)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Refused(row.getString("outcome"), row.getLong("count")))
                .list();
    }

    /** Blanks where a streamer came from; their lines stay under an id that nobody can resolve any more. */
    public void forgetOrigins(UUID streamer) {
        jdbc.sql("UPDATE audit_entry SET ip = '', user_agent = '', detail = '' WHERE streamer_id = ?")
                .param(streamer)
                .update();
    }

    /** Forgets older lines that are of no streamer, which strangers can add, and of tokens that were handed out. */
    public int forget(Instant before) {
        int forgotten = 0;
        int batch;
        do {
            batch = jdbc.sql(FORGET)
                    .param("before", before.atOffset(ZoneOffset.UTC))
                    .param("batch", BATCH)
                    .update();
            forgotten += batch;
        } while (batch == BATCH);
        return forgotten;
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                new AuditEntry(
                        instant(row),
                        Action.valueOf(row.getString("action")),
                        row.getString("outcome"),
                        row.getString("platform"),
                        row.getObject("streamer_id", UUID.class),
                        row.getObject("connection_id", UUID.class),
                        new Origin(row.getString("ip"), row.getString("user_agent")),
                        row.getString("detail")));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
