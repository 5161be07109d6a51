package dev.homelab.streambot.connection;

import dev.homelab.streambot.platform.PlatformAccount;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links an account in one statement, without the detour over an entity that nobody would look at. */
@Component
class Connecting {

    private static final String CONNECT = """
            WITH owner AS (
                SELECT streamer_id FROM connection WHERE platform = :platform AND account_id = :account
            ), linked AS (
            INSERT INTO connection AS c (id, streamer_id, platform, account_id, account_name, picture, slot,
                scopes, access_token, refresh_token, linked_at, granted_at, expires_at, refresh_due, grant_ends,
                validate_due, state)
            SELECT :newConnection,
                coalesce(cast(:linkingTo AS uuid), (SELECT streamer_id FROM owner), :newStreamer),
                :platform, :account, :name, :picture, :slot, :scopes, :accessToken, cast(:refreshToken AS bytea),
                :now, :now, :expiresAt, :due, cast(:grantEnds AS timestamptz), cast(:validateDue AS timestamptz), 'LIVE'
            WHERE cast(:again AS uuid) IS NULL OR EXISTS (
                SELECT FROM connection a WHERE a.id = cast(:again AS uuid) AND a.platform = :platform
                    AND a.account_id = :account)
            ON CONFLICT (platform, account_id) DO UPDATE SET
                account_name = excluded.account_name, picture = excluded.picture, scopes = excluded.scopes,
                access_token = excluded.access_token,
                refresh_token = coalesce(excluded.refresh_token, c.refresh_token),
                previous_refresh_token = NULL, open_attempts = 0,
                granted_at = excluded.granted_at, expires_at = excluded.expires_at,
                refresh_due = excluded.refresh_due, grant_ends = excluded.grant_ends,
                validate_due = excluded.validate_due, lease_until = NULL, state = 'LIVE', failures = 0,
                broken_at = NULL, broken_reason = NULL, version = c.version + 1
            WHERE cast(:linkingTo AS uuid) IS NULL OR c.streamer_id = cast(:linkingTo AS uuid)
            RETURNING c.streamer_id
            ), fresh AS (
                INSERT INTO streamer (id, name, created_at)
                SELECT :newStreamer, :name, :now FROM linked WHERE linked.streamer_id = :newStreamer
            )
            SELECT streamer_id FROM linked
            """;

    private final JdbcClient jdbc;

    Connecting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A link as it is to be.
     *
     * @param linkingTo whose it becomes; null for whoever has the account already, or a new streamer
     * @param again the link whose account it must be; null for any
     * @param validateDue null for a platform that validates no tokens
     */
    record Wanted(
            @Nullable UUID linkingTo,
            @Nullable UUID again,
            String platform,
            PlatformAccount account,
            String slot,
            Sealed tokens,
            Instant due,
            @Nullable Instant validateDue) {}

    /** The streamer who has the account now; empty when it is linked to somebody else, or is not the account of {@code again}. */
    Optional<UUID> connect(Wanted wanted, Instant now) {
        Sealed tokens = wanted.tokens();
        return jdbc.sql(CONNECT)
                .param("newConnection", UUID.randomUUID())
                .param("newStreamer", UUID.randomUUID())
                .param("linkingTo", wanted.linkingTo())
                .param("again", wanted.again())
                .param("platform", wanted.platform())
                .param("account", wanted.account().id())
                .param("name", wanted.account().name())
                .param("picture", wanted.account().picture())
                .param("slot", wanted.slot())
                .param("scopes", tokens.scopes())
                .param("accessToken", tokens.accessToken())
                .param("refreshToken", tokens.refreshToken())
                .param("expiresAt", sql(tokens.expiresAt()))
                .param("due", sql(wanted.due()))
                .param("grantEnds", sql(tokens.grantEnds()))
                .param("validateDue", sql(wanted.validateDue()))
                .param("now", sql(now))
                .query(UUID.class)
                .optional();
    }

    private static @Nullable OffsetDateTime sql(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
