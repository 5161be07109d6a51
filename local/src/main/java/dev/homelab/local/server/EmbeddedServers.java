package dev.homelab.local.server;

import java.nio.file.Path;

record EmbeddedServers(Path folder) implements ServerSource {

    @Override
    public LocalServer postgres() {
        return PostgresServer.start(folder.resolve("postgres-data"), 0);
    }

    @Override
    public LocalServer redis() {
        return RedisServer.start(Ports.free());
    }

    @Override
    public LocalServer s3() {
        return S3Server.start(folder.resolve("s3-data"), Ports.free(), "homelab-test", "homelab-test-secret");
    }
}
