package dev.homelab.dashboard.history;

import dev.homelab.dashboard.check.CheckId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was added up. */
@Component
public class Tallies {

    private final JdbcClient database;

    Tallies(JdbcClient database) {
        this.database = database;
    }

    /** Of one check, oldest first; pieces in which nobody looked are missing. */
    public List<Tally> of(CheckId check, Grain grain, Instant from) {
        return database.sql(pieces(grain, "AND slug = :slug"))
                .param("from", Timestamp.from(from))
                .param("slug", check.value())
                .query((row, _) -> tally(row))
                .list();
    }

    Map<String, List<Tally>> ofAll(Grain grain, Instant from) {
        Map<String, List<Tally>> all = new LinkedHashMap<>();
        database.sql(pieces(grain, ""))
                .param("from", Timestamp.from(from))
                .query((row, _) -> Map.entry(row.getString("slug"), tally(row)))
                .list()
                .forEach(piece -> all.computeIfAbsent(piece.getKey(), _ -> new ArrayList<>())
                        .add(piece.getValue()));
        return all;
    }

    Map<String, Tally> sums(Grain grain, Instant from) {
        Map<String, Tally> all = new LinkedHashMap<>();
        database.sql("""
                        SELECT slug, min(t.at) AS at, sum(up_ms) AS up_ms, sum(degraded_ms) AS degraded_ms,
                               sum(down_ms) AS down_ms, sum(unknown_ms) AS unknown_ms, sum(paused_ms) AS paused_ms,
                               sum(looks) AS looks, sum(took_ms) AS took_ms, max(took_max_ms) AS took_max_ms
                        FROM %s t JOIN watched w ON w.id = t.watched WHERE t.at >= :from GROUP BY slug""".formatted(grain.table()))
                .param("from", Timestamp.from(from))
                .query((row, _) -> Map.entry(row.getString("slug"), tally(row)))
                .list()
                .forEach(sum -> all.put(sum.getKey(), sum.getValue()));
        return all;
    }

    private static String pieces(Grain grain, String which) {
        return """
                SELECT slug, t.at, up_ms, degraded_ms, down_ms, unknown_ms, paused_ms, looks, took_ms, took_max_ms
                FROM %s t JOIN watched w ON w.id = t.watched WHERE t.at >= :from %s ORDER BY slug, t.at""".formatted(grain.table(), which);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getTimestamp("at").toInstant(),
                row.getLong("up_ms"),
                row.getLong("degraded_ms"),
                row.getLong("down_ms"),
                row.getLong("unknown_ms"),
                row.getLong("paused_ms"),
                row.getLong("looks"),
                row.getLong("took_ms"),
                row.getLong("took_max_ms"));
    }
}
