package dev.homelab.streambot.oauth;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * One consent at a platform, from the click to the callback. The row stays after it was used, so that a second use can
 * be told from a stranger's.
 */
@Entity
@Table(name = "oauth_session")
class OAuthSession implements Persistable<String> {

    @Id
    private String stateHash;

    private String browserHash;
    private String platform;
    private @Nullable UUID streamerId;
    private byte[] secrets;
    private Instant expiresAt;
    private @Nullable Instant consumedAt;

    @SuppressWarnings("NullAway.Init")
    protected OAuthSession() {}

    /**
     * @param streamerId who is linking an account; null for a sign-in
     * @param secrets verifier and nonce, encrypted
     */
    OAuthSession(
            String stateHash,
            String browserHash,
            String platform,
            @Nullable UUID streamerId,
            byte[] secrets,
            Instant expiresAt) {
        this.stateHash = stateHash;
        this.browserHash = browserHash;
        this.platform = platform;
        this.streamerId = streamerId;
        this.secrets = secrets;
        this.expiresAt = expiresAt;
    }

    @Override
    public String getId() {
        return stateHash;
    }

    /** Only new ones are saved; consuming is a statement of its own. */
    @Override
    public boolean isNew() {
        return true;
    }

    String platform() {
        return platform;
    }

    @Nullable
    UUID streamerId() {
        return streamerId;
    }

    byte[] secrets() {
        return secrets;
    }

    /** Why it could not be consumed, for the log. */
    String whyUnusable(String atPlatform, String byBrowser, Instant now) {
        if (consumedAt != null) {
            return "used";
        }
        if (!now.isBefore(expiresAt)) {
            return "expired";
        }
        if (!platform.equals(atPlatform)) {
            return "another platform's";
        }
        return browserHash.equals(byBrowser) ? "lost a race" : "another browser's";
    }
}
