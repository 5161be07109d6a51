package dev.homelab.dashboard.bots;

import dev.homelab.common.contract.ConnectionsApi;
import dev.homelab.common.contract.ConnectionsOverview;
import dev.homelab.common.contract.PlatformHealth;
import dev.homelab.common.contract.TicketsApi;
import dev.homelab.common.contract.TicketsOverview;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Asks the bots, and remembers what each said last, so that a list stays readable while its bot is away. */
@Component
public class BotReports {

    private final TicketsApi ticketsApi;
    private final ConnectionsApi connectionsApi;
    private final AtomicReference<Optional<TicketsOverview>> lastTickets = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<ConnectionsOverview>> lastConnections =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<List<PlatformHealth>> lastPlatforms = new AtomicReference<>(List.of());

    BotReports(TicketsApi ticketsApi, ConnectionsApi connectionsApi) {
        this.ticketsApi = ticketsApi;
        this.connectionsApi = connectionsApi;
    }

    /**
     * Asks now.
     *
     * @throws RestClientException when the discord-bot does not answer well
     */
    public TicketsOverview tickets() {
        TicketsOverview overview = ticketsApi.overview();
        lastTickets.set(Optional.of(overview));
        return overview;
    }

    /**
     * Asks now.
     *
     * @throws RestClientException when the stream-bot does not answer well
     */
    public ConnectionsOverview connections() {
        ConnectionsOverview overview = connectionsApi.overview();
        lastConnections.set(Optional.of(overview));
        return overview;
    }

    /**
     * Asks now.
     *
     * @throws RestClientException when the stream-bot does not answer well
     */
    public List<PlatformHealth> platforms() {
        List<PlatformHealth> platforms = List.copyOf(connectionsApi.platforms());
        lastPlatforms.set(platforms);
        return platforms;
    }

    public Optional<TicketsOverview> lastTickets() {
        return lastTickets.get();
    }

    public Optional<ConnectionsOverview> lastConnections() {
        return lastConnections.get();
    }

    public List<PlatformHealth> lastPlatforms() {
        return lastPlatforms.get();
    }
}
