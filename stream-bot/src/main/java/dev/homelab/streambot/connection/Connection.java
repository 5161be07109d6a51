package dev.homelab.streambot.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A streamer's link to an account at a platform. Its version fences it: whoever has claimed a refresh settles the
 * version they claimed, or nothing.
 */
@Entity
public class Connection {

    @Id
    private UUID id;

    private UUID streamerId;
    private String platform;
    private String accountId;
    private String accountName;
    private String scopes;
    private byte[] accessToken;
    private byte @Nullable [] refreshToken;
    private Instant linkedAt;
    private Instant grantedAt;
    private Instant expiresAt;
    private Instant refreshDue;

    /** Only statements look at it. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable Instant leaseUntil;

    private String picture;
    private @Nullable Instant refreshedAt;
    private @Nullable Instant grantEnds;
    private @Nullable Instant brokenAt;
    private @Nullable String brokenReason;
    private @Nullable Instant callAt;
    private int openAttempts;
    private byte @Nullable [] previousRefreshToken;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    private ConnectionState state;

    private int failures;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Connection() {}

    /** The platform has renewed the tokens; what it took for them is kept until the new ones are accepted. */
    void refreshed(Sealed tokens, Instant due, Instant now) {
        if (tokens.refreshToken() != null) {
            previousRefreshToken = refreshToken;
            refreshToken = tokens.refreshToken();
        }
        accessToken = tokens.accessToken();
        // An answer that names no scopes has changed none (RFC 6749, 5.1).
        scopes = tokens.scopes().isEmpty() ? scopes : tokens.scopes();
        expiresAt = tokens.expiresAt();
        grantEnds = tokens.grantEnds() == null ? grantEnds : tokens.grantEnds();
        refreshedAt = now;
        refreshDue = due;
        state = ConnectionState.LIVE;
        failures = 0;
    }

    /** Only its streamer can bring it back. */
    void died(Death reason, Instant now) {
        state = ConnectionState.BROKEN;
        brokenReason = reason.code();
        brokenAt = now;
    }

    /** The platform could not be asked; the old tokens stay. */
    void retry(Instant due) {
        refreshDue = due;
        state = ConnectionState.RETRYING;
        failures++;
    }

    /** Nothing is known about this link, because the platform as a whole has to wait. */
    void postpone(Instant due) {
        refreshDue = due;
    }

    public UUID id() {
        return id;
    }

    public UUID streamerId() {
        return streamerId;
    }

    public String platform() {
        return platform;
    }

    public String accountId() {
        return accountId;
    }

    public String accountName() {
        return accountName;
    }

    public ConnectionState state() {
        return state;
    }

    public Instant linkedAt() {
        return linkedAt;
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    /** Whether the platform gave something to renew its token with. */
    public boolean isRenewable() {
        return refreshToken != null;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant refreshDue() {
        return refreshDue;
    }

    public int failures() {
        return failures;
    }

    /** Empty for none. */
    public String picture() {
        return picture;
    }

    /** When its tokens were last renewed; null when never. */
    public @Nullable Instant refreshedAt() {
        return refreshedAt;
    }

    /** When the platform ends the grant whatever we do; null when nothing is known. */
    public @Nullable Instant grantEnds() {
        return grantEnds;
    }

    /**
     * When the link comes to an end that is known ahead; empty when nothing is known.
     *
     * @param unusedLife after how long without use the platform ends a grant; empty for never
     */
    public Optional<Instant> knownEnd(Optional<Duration> unusedLife) {
        Instant used = refreshedAt == null || refreshedAt.isBefore(grantedAt) ? grantedAt : refreshedAt;
        return Stream.concat(Stream.ofNullable(grantEnds), unusedLife.map(used::plus).stream())
                .min(Comparator.naturalOrder());
    }

    public @Nullable Instant brokenAt() {
        return brokenAt;
    }

    /** Null while it lives. */
    public @Nullable Death death() {
        return brokenReason == null ? null : Death.of(brokenReason);
    }

    public String scopes() {
        return scopes;
    }

    /** When the claim that is held may ask the platform. */
    public Instant callAt() {
        return callAt == null ? Instant.MIN : callAt;
    }

    /** Whether a process died while it was asking, before this claim. */
    public boolean wasInterrupted() {
        return openAttempts > 1;
    }

    byte @Nullable [] previousRefreshToken() {
        return previousRefreshToken;
    }

    Sealed tokens() {
        return new Sealed(accessToken, refreshToken, previousRefreshToken, scopes, expiresAt, grantEnds);
    }

    byte[] accessToken() {
        return accessToken;
    }

    byte @Nullable [] refreshToken() {
        return refreshToken;
    }

    public long version() {
        return version;
    }

    @Override
    public String toString() {
        return "Connection[" + platform + " " + id + "]";
    }
}
