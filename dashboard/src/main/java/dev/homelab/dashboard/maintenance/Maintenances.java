package dev.homelab.dashboard.maintenance;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.ledger.DatabaseArrived;
import dev.homelab.dashboard.status.Pauses;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All maintenance that is planned, held in memory, since each look asks. */
@Component
public class Maintenances implements Pauses {

    private static final Logger log = LoggerFactory.getLogger(Maintenances.class);

    private final JdbcClient database;
    private volatile List<Maintenance> all = List.of();

    Maintenances(JdbcClient database) {
        this.database = database;
    }

    public List<Maintenance> all() {
        return all;
    }

    @Override
    public boolean isPaused(CheckId check, Instant at) {
        return all.stream().anyMatch(one -> one.covers(check, at));
    }

    public Optional<Maintenance> find(UUID id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Adds one, or changes that which has its id. */
    public void save(Maintenance maintenance, String by) {
        String checks = maintenance.checks().stream().map(CheckId::value).collect(Collectors.joining(","));
        database.sql("""
                        INSERT INTO maintenance (id, title, checks, starts, ends, repeat, zone, created_by)
                        VALUES (:id, :title, string_to_array(:checks, ','), :starts, :ends, :repeat, :zone, :by)
                        ON CONFLICT (id) DO UPDATE SET title = excluded.title, checks = excluded.checks,
                            starts = excluded.starts, ends = excluded.ends, repeat = excluded.repeat, zone = excluded.zone""")
                .param("id", maintenance.id())
                .param("title", maintenance.title())
                .param("checks", checks)
                .param("starts", Timestamp.from(maintenance.starts()))
                .param("ends", Timestamp.from(maintenance.ends()))
                .param("repeat", maintenance.repeat().name())
                .param("zone", maintenance.zone().getId())
                .param("by", by)
                .update();
        readAnew();
    }

    public void remove(UUID id) {
        database.sql("DELETE FROM maintenance WHERE id = :id").param("id", id).update();
        readAnew();
    }

    @EventListener(DatabaseArrived.class)
    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    synchronized void readAnew() {
        try {
            all = database.sql("SELECT * FROM maintenance ORDER BY starts")
                    .query((row, _) -> maintenance(row))
                    .list();
        } catch (DataAccessException e) {
            log.debug("Maintenance stays as it was read last: {}", e.getMessage());
        }
    }

    private static Maintenance maintenance(ResultSet row) throws SQLException {
        Array checks = row.getArray("checks");
        return new Maintenance(
                row.getObject("id", UUID.class),
                row.getString("title"),
                Arrays.stream((String[]) checks.getArray()).map(CheckId::new).collect(Collectors.toSet()),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant(),
                Maintenance.Repeat.valueOf(row.getString("repeat")),
                ZoneId.of(row.getString("zone")));
    }
}
