package dev.homelab.streambot.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links and platforms to look through, without anything of their tokens. */
@Component
public class ConnectionListing {

    private static final String SELECT = """
            SELECT c.id, c.streamer_id, s.name AS streamer, c.platform, c.account_id, c.account_name, c.state,
                c.broken_reason, c.scopes, c.linked_at, c.granted_at, c.refreshed_at, c.expires_at, c.refresh_due,
                c.grant_ends, c.failures
            FROM connection c JOIN streamer s ON s.id = c.streamer_id
            """;

    private static final String WANTED = """
            WHERE (CAST(:streamer AS uuid) IS NULL OR c.streamer_id = :streamer)
                AND (CAST(:platform AS text) IS NULL OR c.platform = :platform)
                AND c.state = ANY (CAST(:states AS text[]))
                AND (CAST(:text AS text) IS NULL OR c.account_id = :text
                    OR position(lower(:text) IN lower(c.account_name)) > 0
                    OR position(lower(:text) IN lower(s.name)) > 0)
                AND (NOT :ending OR (c.state <> 'BROKEN' AND c.grant_ends <= :soon))
            """;

    private static final String PAGE = ", c.id LIMIT :limit OFFSET :offset";

    /** Turns are taken a little ahead, so that a platform counts as paused only when its next one is farther off. */
    private static final String PLATFORMS = """
            SELECT coalesce(c.platform, p.platform) AS platform,
                count(*) FILTER (WHERE state = 'LIVE') AS live,
                count(*) FILTER (WHERE state = 'RETRYING') AS retrying,
                count(*) FILTER (WHERE state = 'BROKEN') AS broken,
                count(*) FILTER (WHERE state <> 'BROKEN' AND grant_ends <= :soon) AS ending,
                coalesce(extract(epoch FROM :now - min(refresh_due) FILTER (
                    WHERE state <> 'BROKEN' AND refresh_due <= :now AND refresh_due > to_timestamp(0))), 0) AS overdue,
                max(CASE WHEN p.next_call > :now + interval '10 seconds' THEN p.next_call END) AS paused_until
            FROM connection c FULL JOIN platform_pace p ON p.platform = c.platform GROUP BY 1
            """;

    /**
     * Which links somebody looks for.
     *
     * @param states empty for all
     * @param ending whether only those that end soon
     */
    public record Wanted(
            @Nullable UUID streamer,
            @Nullable String platform,
            Set<ConnectionState> states,
            @Nullable String text,
            boolean ending) {}

    /** Which come first. */
    public enum Order {
        LINKED("c.linked_at DESC"),
        STREAMER("lower(s.name), c.platform"),
        CARE("array_position(ARRAY['BROKEN', 'RETRYING', 'LIVE'], c.state), c.grant_ends NULLS LAST"),
        ENDS("c.grant_ends NULLS LAST");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /** One link. */
    public record Line(
            UUID id,
            UUID streamerId,
            String streamer,
            String platform,
            String accountId,
            String account,
            ConnectionState state,
            @Nullable String reason,
            List<String> scopes,
            Instant linkedAt,
            Instant grantedAt,
            @Nullable Instant refreshedAt,
            Instant expiresAt,
            Instant refreshDue,
            @Nullable Instant grantEnds,
            int failures) {}

    /** One platform that has links, or is asked for some. */
    public record PlatformLine(
            String platform,
            long live,
            long retrying,
            long broken,
            long ending,
            long overdueSeconds,
            @Nullable Instant pausedUntil) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ConnectionListing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public List<Line> find(Wanted wanted, Order order, int limit, int offset) {
        Set<ConnectionState> states = wanted.states().isEmpty() ? Set.of(ConnectionState.values()) : wanted.states();
        return jdbc.sql(SELECT + WANTED + "ORDER BY " + order.sql + PAGE)
                .param("streamer", wanted.streamer())
                .param("platform", wanted.platform())
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("text", wanted.text())
                .param("ending", wanted.ending())
                .param("soon", soon())
                .param("limit", limit)
                .param("offset", offset)
                .query(ConnectionListing::line)
                .list();
    }

    private OffsetDateTime soon() {
        return clock.instant().plus(Endings.AHEAD).atOffset(ZoneOffset.UTC);
    }

    public Optional<Line> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE c.id = :id")
                .param("id", id)
                .query(ConnectionListing::line)
                .optional();
    }

    public List<PlatformLine> platforms() {
        return jdbc.sql(PLATFORMS)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("soon", soon())
                .query((row, number) -> new PlatformLine(
                        row.getString("platform"),
                        row.getLong("live"),
                        row.getLong("retrying"),
                        row.getLong("broken"),
                        row.getLong("ending"),
                        row.getLong("overdue"),
                        instantOrNull(row, "paused_until")))
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        String scopes = row.getString("scopes");
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("streamer_id", UUID.class),
                row.getString("streamer"),
                row.getString("platform"),
                row.getString("account_id"),
                row.getString("account_name"),
                ConnectionState.valueOf(row.getString("state")),
                row.getString("broken_reason"),
                scopes.isBlank() ? List.of() : List.of(scopes.split(" ", -1)),
                instant(row, "linked_at"),
                instant(row, "granted_at"),
                instantOrNull(row, "refreshed_at"),
                instant(row, "expires_at"),
                instant(row, "refresh_due"),
                instantOrNull(row, "grant_ends"),
                row.getInt("failures"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
