package dev.homelab.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The statements of a sign-in alone, over JDBC, each committed by itself as the service does: the consent's four, and
 * those with which Spring Session keeps a login session that changes its id.
 */
final class LinkSql {

    private static final int AT_ONCE = 8;
    private static final String START = """
            INSERT INTO oauth_session (state_hash, browser_hash, platform, purpose, return_to, secrets, ip, user_agent,
                created_at, expires_at) VALUES (?, ?, 'kick', 'SIGN_IN', '/connections', ?, '127.0.0.1', '', now(),
                now() + interval '10 minutes')
            """;
    private static final String CONSUME = """
            UPDATE oauth_session SET consumed_at = now(), consumed_from = '127.0.0.1'
            WHERE state_hash = ? AND browser_hash = ? AND platform = 'kick' AND consumed_at IS NULL
                AND expires_at > now() RETURNING *
            """;
    private static final String CONNECT = """
            WITH owner AS (SELECT streamer_id FROM connection WHERE platform = 'kick' AND account_id = ?),
            fresh AS (INSERT INTO streamer (id, name, created_at) SELECT ?, 'Somebody', now()
                WHERE NOT EXISTS (SELECT FROM owner))
            INSERT INTO connection AS c (id, streamer_id, platform, account_id, account_name, picture, slot, scopes,
                access_token, refresh_token, linked_at, granted_at, expires_at, refresh_due, grant_ends, state)
            SELECT ?, coalesce((SELECT streamer_id FROM owner), ?), 'kick', ?, 'Somebody', '', '', 'user:read', ?, ?,
                now(), now(), now() + interval '2 hours', now() + interval '1 hour', now() + interval '30 days', 'LIVE'
            ON CONFLICT (platform, account_id) DO UPDATE SET access_token = excluded.access_token,
                refresh_token = excluded.refresh_token, granted_at = excluded.granted_at,
                expires_at = excluded.expires_at, refresh_due = excluded.refresh_due, version = c.version + 1
            RETURNING *
            """;
    private static final String AUDIT = """
            INSERT INTO audit_entry (at, action, outcome, platform, ip, user_agent, detail)
            VALUES (now(), 'SIGN_IN', 'done', 'kick', '127.0.0.1', '', '')
            """;
    private static final String SESSION = """
            INSERT INTO spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval,
                expiry_time, principal_name) VALUES (?, ?, 0, 0, 43200, 9999999999999, 'somebody')
            """;
    private static final String ATTRIBUTE = """
            INSERT INTO spring_session_attributes (session_primary_id, attribute_name, attribute_bytes)
            VALUES (?, 'SPRING_SECURITY_CONTEXT', ?)
            """;

    private static final String UNIQUE_VIOLATION = "23505";

    private final StreamStages.Stage stage;

    LinkSql(StreamStages.Stage stage) {
        this.stage = stage;
    }

    /** Flows per second. */
    double runFor(Duration time) {
        AtomicLong flows = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        Together.run(AT_ONCE, _ -> flowsUntil(end, flows));
        return flows.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private void flowsUntil(long end, AtomicLong flows) {
        var postgres = stage.postgres().address();
        try (Connection connection =
                DriverManager.getConnection(postgres.jdbc(stage.name()), postgres.user(), postgres.password())) {
            while (System.nanoTime() < end) {
                flow(connection);
                flows.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the statements alone failed: " + e.getMessage(), e);
        }
    }

    private static void flow(Connection connection) throws SQLException {
        String state = UUID.randomUUID().toString();
        String account = Integer.toString(ThreadLocalRandom.current().nextInt(1000));
        UUID streamer = UUID.randomUUID();
        byte[] token = new byte[80];
        run(connection, START, state, state, token);
        run(connection, CONSUME, state, state);
        connect(connection, account, streamer, token);
        run(connection, AUDIT);
        String session = UUID.randomUUID().toString();
        run(connection, SESSION, session, session);
        run(connection, ATTRIBUTE, session, new byte[1500]);
    }

    /** Two that come with one account at the same instant may meet in another index than that of the conflict, as in the service. */
    private static void connect(Connection connection, String account, UUID streamer, byte[] token)
            throws SQLException {
        Object[] values = {account, streamer, UUID.randomUUID(), streamer, account, token, token};
        try {
            run(connection, CONNECT, values);
        } catch (SQLException raced) {
            if (!UNIQUE_VIOLATION.equals(raced.getSQLState())) {
                throw raced;
            }
            run(connection, CONNECT, values);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
