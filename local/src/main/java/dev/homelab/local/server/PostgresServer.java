package dev.homelab.local.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** PostgreSQL 15 from a Maven artifact, as the user who runs it. */
public final class PostgresServer implements LocalServer {

    private final EmbeddedPostgres postgres;

    private PostgresServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Initialises {@code data} when it is empty, and takes over what a killed predecessor left in it otherwise.
     *
     * @param port 0 for a free one
     */
    public static PostgresServer start(Path data, int port) {
        return start(data, port, Map.of());
    }

    /** Starts it with further settings of PostgreSQL's own, by name. */
    public static PostgresServer start(Path data, int port, Map<String, String> settings) {
        endLeftover(data);
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("shared_buffers", "32MB")
                    .setServerConfig("timezone", "UTC")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
            settings.forEach(builder::setServerConfig);
            return new PostgresServer(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start in " + data + ": " + e.getMessage(), e);
        }
    }

    /** Ends the PostgreSQL that a killed predecessor left running on {@code data}, if there is one. */
    public static void endLeftover(Path data) {
        StalePostgres.in(data).ifPresent(StalePostgres::stop);
    }

    @Override
    public ServerAddress address() {
        return new ServerAddress("localhost", postgres.getPort(), "postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
