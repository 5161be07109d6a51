package dev.homelab.dashboard.bots;

import dev.homelab.common.contract.ConnectionsApi;
import dev.homelab.common.contract.PlatformHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** How the platforms are, asked once for all of their checks, as the answer counts every link. */
@Component
public class PlatformReports {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final ConnectionsApi connections;
    private final Clock clock;
    private Instant asked = Instant.MIN;
    private @Nullable RestClientException failure;
    private volatile List<PlatformHealth> last = List.of();

    PlatformReports(ConnectionsApi connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * At most two seconds old, and so is a failure: those who wait for the same answer do not each wait for another.
     *
     * @throws RestClientException when the stream-bot does not answer well
     */
    public synchronized List<PlatformHealth> platforms() {
        Instant now = clock.instant();
        if (asked.plus(FRESH).isBefore(now)) {
            ask();
            asked = clock.instant();
        }
        if (failure != null) {
            throw failure;
        }
        return last;
    }

    private void ask() {
        try {
            last = List.copyOf(connections.platforms());
            failure = null;
        } catch (RestClientException e) {
            failure = e;
        }
    }

    /** As they were told last, however long ago. */
    public List<PlatformHealth> lastPlatforms() {
        return last;
    }
}
