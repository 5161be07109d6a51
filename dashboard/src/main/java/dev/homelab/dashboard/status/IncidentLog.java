package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.ledger.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All incidents that there were, and their stories. Reading needs PostgreSQL, writing waits for it. */
@Component
public class IncidentLog {

    private static final String COLUMNS =
            "SELECT id, opened_at, closed_at, severity, origin, causes, affected FROM incident ";

    private final JdbcClient database;
    private final Ledger ledger;
    private final JsonMapper json;

    IncidentLog(JdbcClient database, Ledger ledger, JsonMapper json) {
        this.database = database;
        this.ledger = ledger;
        this.json = json;
    }

    List<Incident> stillOpen() {
        return database.sql(COLUMNS + "WHERE closed_at IS NULL ORDER BY opened_at")
                .query(this::incident)
                .list();
    }

    /** Newest first, from one moment backwards. */
    public List<Incident> before(Instant before, int most) {
        return database.sql(COLUMNS + "WHERE opened_at < :before ORDER BY opened_at DESC LIMIT :most")
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query(this::incident)
                .list();
    }

    /** Those that a check had a part in, newest first. */
    public List<Incident> concerning(String check, int most) {
        return database.sql(COLUMNS + """
                        WHERE causes @> :needle::jsonb OR affected @> :needle::jsonb
                        ORDER BY opened_at DESC LIMIT :most""")
                .param("needle", json.writeValueAsString(List.of(Map.of("check", check))))
                .param("most", most)
                .query(this::incident)
                .list();
    }

    public Optional<Incident> find(UUID id) {
        return database.sql(COLUMNS + "WHERE id = :id")
                .param("id", id)
                .query(this::incident)
                .optional();
    }

    /** Its story, oldest first. */
    public List<IncidentEntry> entries(UUID incident) {
        return database.sql("SELECT at, kind, by, said FROM incident_entry WHERE incident = :id ORDER BY at, id")
                .param("id", incident)
                .query((row, _) -> new IncidentEntry(
                        row.getTimestamp("at").toInstant(),
                        IncidentEntry.Kind.valueOf(row.getString("kind")),
                        row.getString("by"),
                        json.readValue(row.getString("said"), Said.class)))
                .list();
    }

    void save(Incident incident) {
        ledger.write(
                "incident",
                database -> database.sql("""
                        INSERT INTO incident (id, opened_at, closed_at, severity, origin, causes, affected)
                        VALUES (:id, :opened, :closed, :severity, :origin, :causes::jsonb, :affected::jsonb)
                        ON CONFLICT (id) DO UPDATE SET closed_at = excluded.closed_at, severity = excluded.severity,
                            causes = excluded.causes, affected = excluded.affected""")
                        .param("id", incident.id())
                        .param("opened", Timestamp.from(incident.openedAt()))
                        .param("closed", timestamp(incident.closedAt()))
                        .param("severity", incident.severity().name())
                        .param("origin", incident.origin())
                        .param("causes", json.writeValueAsString(incident.causes()))
                        .param("affected", json.writeValueAsString(incident.affected()))
                        .update());
    }

    /** A line more in an incident's story. */
    public void add(UUID incident, IncidentEntry entry) {
        UUID id = UUID.randomUUID();
        ledger.write(
                "incident entry",
                database -> database.sql("""
                        INSERT INTO incident_entry (key, incident, at, kind, by, said)
                        VALUES (:key, :incident, :at, :kind, :by, :said::jsonb) ON CONFLICT (key) DO NOTHING""")
                        .param("key", id)
                        .param("incident", incident)
                        .param("at", Timestamp.from(entry.at()))
                        .param("kind", entry.kind().name())
                        .param("by", entry.by())
                        .param("said", json.writeValueAsString(entry.said()))
                        .update());
    }

    private Incident incident(ResultSet row, int number) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Incident(
                row.getObject("id", UUID.class),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                Severity.valueOf(row.getString("severity")),
                row.getString("origin"),
                json.readValue(row.getString("causes"), new TypeReference<List<Cause>>() {}),
                json.readValue(row.getString("affected"), new TypeReference<List<Affected>>() {}));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
