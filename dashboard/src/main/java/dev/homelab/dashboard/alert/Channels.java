package dev.homelab.dashboard.alert;

import dev.homelab.dashboard.check.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All ways to tell somebody, held in memory, as they are needed most when PostgreSQL is away. */
@Component
public class Channels {

    private static final Logger log = LoggerFactory.getLogger(Channels.class);

    private final JdbcClient database;
    private volatile List<Channel> all = List.of();

    Channels(JdbcClient database) {
        this.database = database;
    }

    public List<Channel> all() {
        return all;
    }

    public Optional<Channel> find(UUID id) {
        return all.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    public void save(Channel channel) {
        database.sql("""
                        INSERT INTO alert_channel (id, title, kind, target, severity, repeat_after, language, enabled)
                        VALUES (:id, :title, :kind, :target, :severity, make_interval(mins => :minutes), :language, :enabled)
                        ON CONFLICT (id) DO UPDATE SET title = excluded.title, target = excluded.target,
                            severity = excluded.severity, repeat_after = excluded.repeat_after,
                            language = excluded.language, enabled = excluded.enabled""")
                .param("id", channel.id())
                .param("title", channel.title())
                .param("kind", channel.kind().name())
                .param("target", channel.target())
                .param("severity", channel.least().name())
                .param(
                        "minutes",
                        channel.repeatAfter() == null
                                ? null
                                : (int) channel.repeatAfter().toMinutes())
                .param("language", channel.language())
                .param("enabled", channel.enabled())
                .update();
        readAnew();
    }

    public void remove(UUID id) {
        database.sql("DELETE FROM alert_channel WHERE id = :id").param("id", id).update();
        readAnew();
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    synchronized void readAnew() {
        try {
            all = database.sql(
                            "SELECT *, extract(epoch FROM repeat_after)::bigint AS seconds FROM alert_channel ORDER BY title")
                    .query(Channels::channel)
                    .list();
        } catch (DataAccessException e) {
            log.debug("The channels stay as they were read last: {}", e.getMessage());
        }
    }

    private static Channel channel(ResultSet row, int number) throws SQLException {
        long seconds = row.getLong("seconds");
        boolean never = row.wasNull();
        return new Channel(
                row.getObject("id", UUID.class),
                row.getString("title"),
                Channel.Kind.valueOf(row.getString("kind")),
                row.getString("target"),
                Severity.valueOf(row.getString("severity")),
                never ? null : Duration.ofSeconds(seconds),
                row.getString("language"),
                row.getBoolean("enabled"));
    }
}
