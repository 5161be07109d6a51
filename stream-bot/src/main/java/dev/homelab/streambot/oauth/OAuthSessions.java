package dev.homelab.streambot.oauth;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

/** The consents that were started. */
interface OAuthSessions extends Repository<OAuthSession, String> {

    OAuthSession save(OAuthSession session);

    Optional<OAuthSession> findByStateHash(String stateHash);

    /** Uses a session up, in one statement: of any number that try at once, one gets it. */
    @Transactional
    @Query(nativeQuery = true, value = """
                    UPDATE oauth_session SET consumed_at = :now, consumed_from = :ip
                    WHERE state_hash = :stateHash AND browser_hash = :browserHash AND platform = :platform
                        AND consumed_at IS NULL AND expires_at > :now
                    RETURNING *
                    """)
    Optional<OAuthSession> consume(
            @Param("stateHash") String stateHash,
            @Param("browserHash") String browserHash,
            @Param("platform") String platform,
            @Param("ip") String ip,
            @Param("now") Instant now);

    /** A batch at a time, so that no deletion holds many rows for long. */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    DELETE FROM oauth_session WHERE state_hash IN (
                        SELECT state_hash FROM oauth_session WHERE expires_at < :before
                        LIMIT :limit FOR UPDATE SKIP LOCKED)
                    """)
    int forget(@Param("before") Instant before, @Param("limit") int limit);

    /** Those that a streamer started for links. */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = "DELETE FROM oauth_session WHERE streamer_id = :streamer")
    int forgetOf(@Param("streamer") UUID streamer);
}
