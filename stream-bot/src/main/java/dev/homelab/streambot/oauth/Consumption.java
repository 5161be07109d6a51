package dev.homelab.streambot.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uses sessions up, each in one statement: of any number that try at once, one gets it. */
@Component
class Consumption {

    private static final String CONSUME = """
            UPDATE oauth_session SET consumed_at = :now, consumed_from = :ip
            WHERE state_hash = :stateHash AND browser_hash = :browserHash AND platform = :platform
                AND consumed_at IS NULL AND expires_at > :now
            RETURNING platform, purpose, streamer_id, connection_id, return_to, secrets
            """;

    private final JdbcClient jdbc;

    Consumption(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a session was for.
     *
     * @param secrets as in {@link OAuthSession}
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Consumed(Consent consent, byte[] secrets) {}

    /** Empty when it cannot be used, for whatever reason. */
    Optional<Consumed> consume(String stateHash, String browserHash, String platform, String ip, Instant now) {
        return jdbc.sql(CONSUME)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ip", ip)
                .param("stateHash", stateHash)
                .param("browserHash", browserHash)
                .param("platform", platform)
                .query(Consumption::consumed)
                .optional();
    }

    private static Consumed consumed(ResultSet row, int number) throws SQLException {
        return new Consumed(
                new Consent(
                        row.getString("platform"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getObject("streamer_id", UUID.class),
                        row.getObject("connection_id", UUID.class),
                        row.getString("return_to")),
                row.getBytes("secrets"));
    }
}
