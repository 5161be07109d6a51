package dev.homelab.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Redis 6.2 from a Maven artifact; it keeps nothing on disk, since nothing may be right only because of it. */
public final class RedisServer implements LocalServer {

    private final redis.embedded.RedisServer server;
    private final int port;

    private RedisServer(redis.embedded.RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    public static RedisServer start(int port) {
        try {
            var server = redis.embedded.RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("maxmemory 64mb")
                    .setting("save \"\"")
                    .soutListener(line -> {})
                    .serrListener(line -> {})
                    .build();
            server.start();
            return new RedisServer(server, port);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis did not start on port " + port + ": " + e.getMessage(), e);
        }
    }

    @Override
    public ServerAddress address() {
        return new ServerAddress("localhost", port, "", "");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
