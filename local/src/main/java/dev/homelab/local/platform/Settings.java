package dev.homelab.local.platform;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How a simulator starts.
 *
 * @param host the interface it listens on
 * @param port the port, or 0 for a free one
 * @param clock what every lifetime is measured by
 * @param clients the one registered application of each platform
 * @param redirectUris the registered redirect addresses, compared exactly; empty: any on this machine
 */
public record Settings(String host, int port, Clock clock, Map<Platform, Client> clients, Set<String> redirectUris) {

    public Settings {
        clients = Map.copyOf(clients);
        redirectUris = Set.copyOf(redirectUris);
    }

    /** A free port of this machine, real time, and clients named {@code simulated-twitch} and so on. */
    public static Settings defaults() {
        var clients = new EnumMap<Platform, Client>(Platform.class);
        for (Platform platform : Platform.values()) {
            clients.put(platform, new Client("simulated-" + platform.id(), "simulated-" + platform.id() + "-secret"));
        }
        return new Settings("localhost", 0, Clock.systemUTC(), clients, Set.of());
    }

    public Settings withHost(String host) {
        return new Settings(host, port, clock, clients, redirectUris);
    }

    public Settings withPort(int port) {
        return new Settings(host, port, clock, clients, redirectUris);
    }

    public Settings withClock(Clock clock) {
        return new Settings(host, port, clock, clients, redirectUris);
    }

    public Settings withClient(Platform platform, Client client) {
        var changed = new EnumMap<>(clients);
        changed.put(platform, client);
        return new Settings(host, port, clock, changed, redirectUris);
    }

    public Settings withRedirectUris(String... redirectUris) {
        return new Settings(host, port, clock, clients, Set.of(redirectUris));
    }

    Client client(Platform platform) {
        Client client = clients.get(platform);
        if (client == null) {
            throw new IllegalStateException("no client is registered at " + platform.title());
        }
        return client;
    }
}
