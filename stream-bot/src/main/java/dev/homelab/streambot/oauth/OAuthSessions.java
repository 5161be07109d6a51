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

    Optional<OAuthSession> findByStateHash(String stateHash);

    /** A batch at a time, so that no deletion holds many rows for long. */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    DELETE FROM oauth_session WHERE state_hash IN (
                        SELECT state_hash FROM oauth_session WHERE expires_at < :before
                        LIMIT :limit FOR UPDATE SKIP LOCKED)
                    """)
    int forget(@Param("before") Instant before, @Param("limit") int limit);

    /** Those that a streamer started for links, and those that became sign-ins of theirs, as the audit knows. */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    DELETE FROM oauth_session WHERE streamer_id = :streamer OR (platform, consumed_at) IN (
                        SELECT platform, at FROM audit_entry WHERE streamer_id = :streamer AND action = 'SIGN_IN')
                    """)
    int forgetOf(@Param("streamer") UUID streamer);
}
