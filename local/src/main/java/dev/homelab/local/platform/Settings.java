package dev.homelab.local.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator starts.
 *
 * @param host the interface it listens on
 * @param port the port, or 0 for a free one
 * @param clock what every lifetime is measured by
 * @param clients the one registered application of each platform
 * @param redirectUris the registered redirect addresses, compared exactly; empty: any on this machine
 * @param keptRequests how many of the newest requests are kept
 * @param stateFile what a restart must not forget is kept there; null: everything is forgotten
 */
public record Settings(
        String host,
        int port,
        Clock clock,
        Map<Platform, Client> clients,
        Set<String> redirectUris,
        int keptRequests,
        @Nullable Path stateFile) {

    public Settings {
        clients = Map.copyOf(clients);
        redirectUris = Set.copyOf(redirectUris);
        if (keptRequests < 1) {
            throw new IllegalArgumentException("at least one request must be kept, not " + keptRequests);
        }
    }

    /** A free port of this machine, real time, no state file, and clients named {@code simulated-twitch} and so on. */
    public static Settings defaults() {
        var clients = new EnumMap<Platform, Client>(Platform.class);
        for (Platform platform : Platform.values()) {
            clients.put(platform, new Client("simulated-" + platform.id(), "simulated-" + platform.id() + "-secret"));
        }
        return new Settings("localhost", 0, Clock.systemUTC(), clients, Set.of(), 10_000, null);
    }

    public Settings withHost(String changed) {
        return new Settings(changed, port, clock, clients, redirectUris, keptRequests, stateFile);
    }

    public Settings withPort(int changed) {
        return new Settings(host, changed, clock, clients, redirectUris, keptRequests, stateFile);
    }

    public Settings withClock(Clock changed) {
        return new Settings(host, port, changed, clients, redirectUris, keptRequests, stateFile);
    }

    public Settings withRedirectUris(String... changed) {
        return new Settings(host, port, clock, clients, Set.of(changed), keptRequests, stateFile);
    }

    public Settings withKeptRequests(int changed) {
        return new Settings(host, port, clock, clients, redirectUris, changed, stateFile);
    }

    public Settings withStateFile(Path changed) {
        return new Settings(host, port, clock, clients, redirectUris, keptRequests, changed);
    }

    Client client(Platform platform) {
        Client client = clients.get(platform);
        if (client == null) {
            throw new IllegalStateException("no client is registered at " + platform.title());
        }
        return client;
    }
}
