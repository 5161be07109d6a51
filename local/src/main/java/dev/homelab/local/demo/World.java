package dev.homelab.local.demo;

import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.platform.PlatformSimulator;
import dev.homelab.local.server.PostgresServer;
import dev.homelab.local.server.RedisServer;
import dev.homelab.local.server.S3Server;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What the services find when they start: real servers and simulated neighbours. */
record World(
        PostgresServer postgres,
        RedisServer redis,
        S3Server objects,
        DiscordSimulator discord,
        PlatformSimulator platforms) {

    private static final String OBJECTS_USER = "homelab";

    /** Unpacks {@code apps} meanwhile. */
    static World start(
            DemoPorts ports, DemoFolder folder, DemoSecrets secrets, Shutdown shutdown, List<ServiceApp> apps) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var postgres = begin(threads, shutdown, () -> postgres(ports, folder, secrets));
            var redis = begin(threads, shutdown, () -> RedisServer.start(ports.redis()));
            var objects = begin(
                    threads,
                    shutdown,
                    () -> S3Server.start(folder.objects(), ports.objects(), OBJECTS_USER, secrets.objectsPassword()));
            var discord =
                    begin(threads, shutdown, () -> SimulatedDiscord.start(ports.discord(), folder.discordState()));
            var platforms =
                    begin(threads, shutdown, () -> SimulatedPlatforms.start(ports.platforms(), folder.platformState()));
            var unpacked = apps.stream()
                    .map(app -> CompletableFuture.runAsync(app::unpack, threads))
                    .toList();
            unpacked.forEach(CompletableFuture::join);
            return new World(postgres.join(), redis.join(), objects.join(), discord.join(), platforms.join());
        }
    }

    private static PostgresServer postgres(DemoPorts ports, DemoFolder folder, DemoSecrets secrets) {
        PostgresServer postgres = PostgresServer.start(folder.postgres(), ports.postgres());
        Databases.ensure(postgres.address(), secrets.databasePassword());
        return postgres;
    }

    private static <T extends AutoCloseable> CompletableFuture<T> begin(
            ExecutorService threads, Shutdown shutdown, Supplier<T> part) {
        return CompletableFuture.supplyAsync(() -> shutdown.add(part.get()), threads);
    }
}
