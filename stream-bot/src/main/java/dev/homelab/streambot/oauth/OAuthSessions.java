package dev.homelab.streambot.oauth;

import java.time.Instant;
import java.util.Optional;
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
                    UPDATE oauth_session SET consumed_at = :now
                    WHERE state_hash = :stateHash AND browser_hash = :browserHash AND platform = :platform
                        AND consumed_at IS NULL AND expires_at > :now
                    RETURNING *
                    """)
    Optional<OAuthSession> consume(
            @Param("stateHash") String stateHash,
            @Param("browserHash") String browserHash,
            @Param("platform") String platform,
            @Param("now") Instant now);

    @Transactional
    @Modifying
    @Query("delete from OAuthSession where expiresAt < :before")
    int forgetExpired(@Param("before") Instant before);
}
