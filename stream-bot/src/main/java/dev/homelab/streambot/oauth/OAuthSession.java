package dev.homelab.streambot.oauth;

import dev.homelab.streambot.audit.Origin;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One consent at a platform, from the click to the callback. The row stays after it was used, so that a second use can
 * be told from a stranger's.
 */
@Entity
@Table(name = "oauth_session")
@SuppressWarnings("UnusedVariable")
class OAuthSession {

    @Id
    private String stateHash;

    private String browserHash;

    @Embedded
    private Consent consent;

    private byte[] secrets;
    private Instant expiresAt;
    private @Nullable Instant consumedAt;

    /** Only people who look into the table read these four. */
    private String ip;

    private String userAgent;
    private Instant createdAt;
    private @Nullable String consumedFrom;

    @SuppressWarnings("NullAway.Init")
    protected OAuthSession() {}

    /** @param secrets verifier and nonce, encrypted */
    OAuthSession(
            String stateHash,
            String browserHash,
            Consent consent,
            byte[] secrets,
            Origin origin,
            Instant createdAt,
            Instant expiresAt) {
        this.stateHash = stateHash;
        this.browserHash = browserHash;
        this.consent = consent;
        this.secrets = secrets;
        this.ip = origin.ip();
        this.userAgent = origin.userAgent();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    Consent consent() {
        return consent;
    }

    /** Why it could not be consumed, for the audit. */
    Unusable whyUnusable(String atPlatform, String byBrowser, Instant now) {
        if (consumedAt != null) {
            return Unusable.REPLAYED;
        }
        if (!consent.platform().equals(atPlatform)) {
            return Unusable.WRONG_PLATFORM;
        }
        if (!browserHash.equals(byBrowser)) {
            return Unusable.WRONG_BROWSER;
        }
        return now.isBefore(expiresAt) ? Unusable.LOST_RACE : Unusable.EXPIRED;
    }
}
