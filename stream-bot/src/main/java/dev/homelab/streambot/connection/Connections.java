package dev.homelab.streambot.connection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

/** The links of all streamers. */
interface Connections extends Repository<Connection, UUID> {

    List<Connection> findByStreamerIdOrderByLinkedAt(UUID streamer);

    @Query(
            "select new dev.homelab.streambot.connection.Linked(c.id, c.platform) from Connection c where c.streamerId = :streamer")
    List<Linked> linked(UUID streamer);

    Optional<Connection> findById(UUID id);

    Optional<Connection> findByPlatformAndAccountId(String platform, String accountId);

    Optional<Connection> findFirstByStreamerIdAndPlatformOrderByLinkedAtDesc(UUID streamer, String platform);

    /**
     * Takes up to {@code limit} due links of a platform, each with its turn among all calls to it, {@code spacing}
     * microseconds apart; none while the turns that are taken reach beyond {@code horizon}. Other instances pass them by
     * until {@code lease} microseconds after their turn.
     */
    @Transactional
    @Query(nativeQuery = true, value = """
                    WITH due AS (
                        SELECT id, row_number() OVER (ORDER BY refresh_due) AS turn FROM (
                            SELECT id, refresh_due FROM connection
                            WHERE platform = :platform AND state <> 'BROKEN' AND refresh_due <= :now
                                AND (lease_until IS NULL OR lease_until <= :now)
                                AND NOT EXISTS (
                                    SELECT FROM platform_pace WHERE platform = :platform AND next_call > :horizon)
                            ORDER BY refresh_due LIMIT :limit FOR UPDATE SKIP LOCKED) AS taken
                    ), pace AS (
                        INSERT INTO platform_pace AS p (platform, next_call)
                        SELECT :platform, cast(:now AS timestamptz)
                            + :spacing * (SELECT count(*) FROM due) * interval '1 microsecond'
                        WHERE EXISTS (SELECT FROM due)
                        ON CONFLICT (platform) DO UPDATE SET next_call = greatest(p.next_call, :now)
                            + :spacing * (SELECT count(*) FROM due) * interval '1 microsecond'
                        RETURNING next_call
                    ), turns AS (
                        SELECT id, next_call - :spacing * ((SELECT count(*) FROM due) - turn + 1)
                            * interval '1 microsecond' AS call_at
                        FROM due, pace
                    )
                    UPDATE connection c SET call_at = turns.call_at, version = c.version + 1,
                        lease_until = turns.call_at + :lease * interval '1 microsecond',
                        open_attempts = c.open_attempts + 1
                    FROM turns WHERE c.id = turns.id
                    RETURNING c.*
                    """)
    List<Connection> claim(
            @Param("platform") String platform,
            @Param("now") Instant now,
            @Param("horizon") Instant horizon,
            @Param("spacing") long spacing,
            @Param("lease") long lease,
            @Param("limit") int limit);

    /** Makes a link due at once; 0 when it was renewed since it was looked at, is being renewed, or is dead. */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    UPDATE connection SET refresh_due = to_timestamp(0)
                    WHERE id = :id AND version = :version AND state <> 'BROKEN'
                        AND (lease_until IS NULL OR lease_until <= :now)
                    """)
    int hurry(@Param("id") UUID id, @Param("version") long version, @Param("now") Instant now);

    /** Takes links whose token is to be validated, and moves each on by {@code least} to {@code least + spread} seconds. */
    @Transactional
    @Query(nativeQuery = true, value = """
                    UPDATE connection
                    SET validate_due = cast(:now AS timestamptz) + (:least + random() * :spread) * interval '1 second'
                    WHERE id IN (
                        SELECT id FROM connection
                        WHERE platform = :platform AND state <> 'BROKEN' AND validate_due <= :now
                        ORDER BY validate_due LIMIT :limit FOR UPDATE SKIP LOCKED)
                    RETURNING *
                    """)
    List<Connection> takeForValidation(
            @Param("platform") String platform,
            @Param("now") Instant now,
            @Param("least") double least,
            @Param("spread") double spread,
            @Param("limit") int limit);

    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = "UPDATE connection SET validate_due = :at WHERE id = :id")
    void validate(@Param("id") UUID id, @Param("at") Instant at);

    /** Nobody asks the platform before that moment. */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    INSERT INTO platform_pace AS p (platform, next_call) VALUES (:platform, :until)
                    ON CONFLICT (platform) DO UPDATE SET next_call = greatest(p.next_call, :until)
                    """)
    void pause(@Param("platform") String platform, @Param("until") Instant until);

    /** Writes what became of a claim and gives up its lease; 0 when somebody has changed the row since. */
    @Transactional
    @Modifying
    @Query("""
            update Connection set accessToken = :#{#tokens.accessToken()}, refreshToken = :#{#tokens.refreshToken()},
                previousRefreshToken = :#{#tokens.previousRefreshToken()},
                scopes = :#{#tokens.scopes()}, expiresAt = :#{#tokens.expiresAt()}, grantEnds = :#{#tokens.grantEnds()},
                refreshedAt = :#{#c.refreshedAt()}, refreshDue = :#{#c.refreshDue()}, state = :#{#c.state()},
                brokenAt = :#{#c.brokenAt()}, brokenReason = :#{#c.death()?.code()}, failures = :#{#c.failures()},
                openAttempts = 0, leaseUntil = null, version = version + 1
            where id = :#{#c.id()} and version = :#{#c.version()}
            """)
    int settle(@Param("c") Connection connection, @Param("tokens") Sealed tokens);

    /** Links with a token of an older key, which nobody is renewing, with their rows locked. */
    @Query(nativeQuery = true, value = """
                    SELECT * FROM connection
                    WHERE (substring(access_token FROM 1 FOR 5) <> :current
                            OR substring(refresh_token FROM 1 FOR 5) <> :current
                            OR substring(previous_refresh_token FROM 1 FOR 5) <> :current)
                        AND (lease_until IS NULL OR lease_until <= :now)
                    LIMIT :limit FOR UPDATE SKIP LOCKED
                    """)
    List<Connection> lockOld(@Param("current") byte[] current, @Param("now") Instant now, @Param("limit") int limit);

    @Modifying
    @Query("""
            update Connection set accessToken = :#{#tokens.accessToken()}, refreshToken = :#{#tokens.refreshToken()},
                previousRefreshToken = :#{#tokens.previousRefreshToken()}
            where id = :id
            """)
    int reencrypt(@Param("id") UUID id, @Param("tokens") Sealed tokens);

    /** Whoever looks at a streamer's links to remove one waits here for whoever is at that already. */
    @Query(nativeQuery = true, value = "SELECT name FROM streamer WHERE id = :streamer FOR UPDATE")
    Optional<String> lock(@Param("streamer") UUID streamer);

    /** The link that was removed, if it was this streamer's. */
    @Transactional
    @Query(nativeQuery = true, value = "DELETE FROM connection WHERE id = :id AND streamer_id = :streamer RETURNING *")
    Optional<Connection> remove(@Param("id") UUID id, @Param("streamer") UUID streamer);

    /** The links of a streamer, which were removed. */
    @Transactional
    @Query(nativeQuery = true, value = "DELETE FROM connection WHERE streamer_id = :streamer RETURNING *")
    List<Connection> removeAll(@Param("streamer") UUID streamer);

    /** Forgets a streamer who has no link left. */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    DELETE FROM streamer WHERE id = :streamer
                    AND NOT EXISTS (SELECT FROM connection WHERE streamer_id = :streamer)
                    """)
    int forget(@Param("streamer") UUID streamer);

    /** Forgets those who have no link, which only a restored database of before can hold. */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    DELETE FROM streamer s WHERE created_at < :before
                        AND NOT EXISTS (SELECT FROM connection WHERE streamer_id = s.id)
                    """)
    int forgetStrays(@Param("before") Instant before);

    @Query(nativeQuery = true, value = "SELECT created_at FROM streamer WHERE id = :streamer")
    Optional<Instant> since(@Param("streamer") UUID streamer);

    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    UPDATE streamer SET language = :language
                    WHERE id = :streamer AND language IS DISTINCT FROM :language
                    """)
    void speaks(@Param("streamer") UUID streamer, @Param("language") String language);

    @Query(nativeQuery = true, value = "SELECT language FROM streamer WHERE id = :streamer AND language IS NOT NULL")
    Optional<String> language(@Param("streamer") UUID streamer);

    /**
     * Marks links of a platform whose known end comes before {@code until} as told of, once for each grant.
     *
     * @param unused after how many seconds without use the platform ends a grant; null for never
     */
    @Query(nativeQuery = true, value = """
                    UPDATE connection SET reminded_at = :now WHERE id IN (
                        SELECT id FROM connection
                        WHERE platform = :platform AND state <> 'BROKEN'
                            AND (reminded_at IS NULL OR reminded_at < granted_at)
                            AND least(grant_ends, greatest(refreshed_at, granted_at)
                                + cast(:unused AS bigint) * interval '1 second') <= :until
                        LIMIT :limit FOR UPDATE SKIP LOCKED)
                    RETURNING *
                    """)
    List<Connection> remind(
            @Param("platform") String platform,
            @Param("now") Instant now,
            @Param("until") Instant until,
            @Param("unused") @Nullable Long unused,
            @Param("limit") int limit);

    @Query("select count(distinct c.streamerId) from Connection c")
    long countStreamers();

    @Query("select c.platform as platform, c.state as state, count(c) as links from Connection c group by 1, 2")
    List<StateCount> countByState();

    /** Those that need care first, then the newest, with their streamers' names. */
    @Query(nativeQuery = true, value = """
                    SELECT s.name AS streamer, c.platform, c.account_name AS account, c.state, c.linked_at AS linked,
                        c.refresh_due AS due
                    FROM connection c JOIN streamer s ON s.id = c.streamer_id
                    ORDER BY CASE c.state WHEN 'BROKEN' THEN 0 WHEN 'RETRYING' THEN 1 ELSE 2 END, c.linked_at DESC
                    LIMIT :limit
                    """)
    List<ConnectionSummary> summaries(@Param("limit") int limit);
}
