package dev.homelab.streambot.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Links that are due: taken with a lease, settled once. */
@Component
public class Claims {

    private final Connections connections;
    private final TokenVault vault;
    private final Linking linking;
    private final Clock clock;

    Claims(Connections connections, TokenVault vault, Linking linking, Clock clock) {
        this.connections = connections;
        this.vault = vault;
        this.linking = linking;
        this.clock = clock;
    }

    public List<Connection> take(Collection<String> platforms, Duration lease, int limit) {
        if (platforms.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return connections.claim(platforms, now, now.plus(lease), limit);
    }

    public Optional<String> refreshToken(Connection claimed) {
        return vault.refreshToken(claimed);
    }

    public String accessToken(Connection claimed) {
        return vault.accessToken(claimed);
    }

    /** When the link was removed meanwhile, the fresh tokens have no owner and are ended at once. */
    public boolean refreshed(Connection claimed, Tokens tokens) {
        claimed.refreshed(vault.seal(tokens, claimed), RefreshSchedule.due(tokens));
        boolean settled = settle(claimed);
        if (!settled
                && connections
                        .findByIdAndStreamerId(claimed.id(), claimed.streamerId())
                        .isEmpty()) {
            String token = tokens.refreshToken();
            linking.revoke(claimed, token == null ? tokens.accessToken() : token);
        }
        return settled;
    }

    /** False when the tokens changed since they were read: then it was a race, and the link lives. */
    public boolean broke(Connection claimed) {
        claimed.broke();
        return settle(claimed);
    }

    public boolean retryLater(Connection claimed) {
        claimed.retry(RefreshSchedule.retry(clock.instant(), claimed.failures()));
        return settle(claimed);
    }

    public boolean postpone(Connection claimed, Instant due) {
        claimed.postpone(due);
        return settle(claimed);
    }

    private boolean settle(Connection claimed) {
        return connections.settle(claimed, claimed.tokens()) == 1;
    }
}
