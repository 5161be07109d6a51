package dev.homelab.local.server;

import java.io.UncheckedIOException;
import java.nio.file.Path;

record EmbeddedServers(Path folder) implements ServerSource {

    @Override
    public LocalServer postgres() {
        return PostgresServer.start(folder.resolve("postgres-data"), 0);
    }

    /** Twice, since another process may take the port before Redis does. */
    @Override
    public LocalServer redis() {
        try {
            return RedisServer.start(Ports.free());
        } catch (UncheckedIOException e) {
            return RedisServer.start(Ports.free());
        }
    }

    @Override
    public LocalServer s3() {
        return S3Server.start(folder.resolve("s3-data"), Ports.free(), "homelab-test", "homelab-test-secret");
    }
}
