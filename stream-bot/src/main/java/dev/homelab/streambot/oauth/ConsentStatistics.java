package dev.homelab.streambot.oauth;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what became of started consents. */
@Component
public class ConsentStatistics {

    /** Whatever was started, consumed or expired since then also expires after it, and the index knows that. */
    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE created_at >= :since) AS started,
                count(*) FILTER (WHERE consumed_at >= :since) AS consumed,
                count(*) FILTER (WHERE consumed_at IS NULL AND expires_at <= :now) AS expired,
                count(*) FILTER (WHERE consumed_at IS NULL AND expires_at > :now) AS open
            FROM oauth_session WHERE expires_at >= :since
            """;

    /** How many were started and used up, have expired unused, and may still be used. */
    public record Counts(long started, long consumed, long expired, long open) {}

    private final JdbcClient jdbc;

    ConsentStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Counts counts(Instant since, Instant now) {
        return jdbc.sql(COUNTS)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Counts.class)
                .single();
    }
}
