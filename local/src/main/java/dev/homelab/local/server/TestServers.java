package dev.homelab.local.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The servers of a test run: started by the first test that asks, shared by all modules of one build, gone with it.
 *
 * <p>They come from Testcontainers where a Docker engine answers, and from embedded binaries where none does.
 */
public final class TestServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServers() {}

    public static ServerAddress postgres() {
        return BuildServers.current().await("postgres");
    }

    public static ServerAddress redis() {
        return BuildServers.current().await("redis");
    }

    public static ServerAddress s3() {
        return BuildServers.current().await("s3");
    }

    /** Creates an empty database that nobody else uses, and returns its JDBC address. */
    public static String freshDatabase() {
        ServerAddress postgres = postgres();
        String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbc("postgres"), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return postgres.jdbc(name);
        } catch (SQLException e) {
            throw new IllegalStateException("no fresh database: " + e.getMessage(), e);
        }
    }
}
