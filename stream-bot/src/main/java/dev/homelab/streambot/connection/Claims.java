package dev.homelab.streambot.connection;

import dev.homelab.streambot.audit.Action;
import dev.homelab.streambot.audit.AuditEntry;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.audit.Origin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that are due: taken with a lease and a turn, settled once. */
@Component
public class Claims {

    private final Connections connections;
    private final TokenVault vault;
    private final Linking linking;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Claims(
            Connections connections,
            TokenVault vault,
            Linking linking,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.connections = connections;
        this.vault = vault;
        this.linking = linking;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes due links of a platform.
     *
     * @param lease for how long after its turn each is ours
     * @param spacing between two calls of all instances; zero for no budget
     * @param ahead how far in the future turns may be taken
     */
    public List<Connection> take(String platform, Duration lease, Duration spacing, Duration ahead, int limit) {
        Instant now = clock.instant();
        return connections.claim(platform, now, now.plus(ahead), micros(spacing), micros(lease), limit);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }

    /** Makes a link due at once; false when it was renewed since it was read, is being renewed, or is dead. */
    public boolean hurry(Connection read) {
        return connections.hurry(read.id(), read.version(), clock.instant()) == 1;
    }

    public Optional<Connection> find(UUID connection) {
        return connections.findById(connection);
    }

    /** No instance asks the platform before that moment. */
    public void pause(String platform, Instant until) {
        connections.pause(platform, until);
    }

    public Optional<String> refreshToken(Connection claimed) {
        return vault.refreshToken(claimed);
    }

    public Optional<String> previousRefreshToken(Connection claimed) {
        return vault.previousRefreshToken(claimed);
    }

    public String accessToken(Connection claimed) {
        return vault.accessToken(claimed);
    }

    /** When the link was removed meanwhile, the fresh tokens have no owner and are ended at once. */
    public boolean refreshed(Connection claimed, Tokens tokens) {
        ConnectionState before = claimed.state();
        claimed.refreshed(vault.seal(tokens, claimed), RefreshSchedule.due(tokens), clock.instant());
        boolean settled = settle(claimed, before);
        if (!settled && connections.findById(claimed.id()).isEmpty()) {
            String token = tokens.refreshToken();
            linking.revoke(claimed, token == null ? tokens.accessToken() : token);
        }
        return settled;
    }

    /** False when the row changed since it was claimed: then it was a race, and the link lives. */
    @Transactional
    public boolean died(Connection claimed, Death reason) {
        Instant now = clock.instant();
        ConnectionState before = claimed.state();
        claimed.died(reason, now);
        boolean settled = settle(claimed, before);
        if (settled) {
            audit.note(new AuditEntry(
                    now,
                    Action.LINK_DIED,
                    reason.code(),
                    claimed.platform(),
                    claimed.streamerId(),
                    claimed.id(),
                    Origin.NOBODY,
                    ""));
            events.publishEvent(new LinkDied(
                    claimed.id(), claimed.streamerId(), claimed.platform(), claimed.accountName(), reason, now));
        }
        return settled;
    }

    public boolean tryAgain(Connection claimed) {
        ConnectionState before = claimed.state();
        claimed.retry(RefreshSchedule.retry(clock.instant(), claimed.failures()));
        return settle(claimed, before);
    }

    public boolean postpone(Connection claimed, Instant due) {
        claimed.postpone(due);
        return settle(claimed, claimed.state());
    }

    private boolean settle(Connection claimed, ConnectionState before) {
        boolean settled = connections.settle(claimed, claimed.tokens()) == 1;
        if (settled && claimed.state() != before) {
            events.publishEvent(new LinksChanged());
        }
        return settled;
    }
}
