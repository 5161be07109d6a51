package dev.homelab.bench;

import dev.homelab.local.server.ServerAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bot's database, read and changed behind its back; one connection, for one thread at a time. */
final class Database implements AutoCloseable {

    private static final String NAME = "discord_bot";

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    static void create(ServerAddress postgres) {
        try (Database server = open(postgres, "postgres")) {
            server.run("CREATE DATABASE " + NAME);
        }
    }

    static Database open(ServerAddress postgres) {
        return open(postgres, NAME);
    }

    private static Database open(ServerAddress postgres, String name) {
        try {
            return new Database(DriverManager.getConnection(postgres.jdbc(name), postgres.user(), postgres.password()));
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused the benchmark: " + e.getMessage(), e);
        }
    }

    /** Environment variables of the discord-bot. */
    static Map<String, String> settings(ServerAddress postgres) {
        return Map.of(
                "DISCORD_BOT_DB_URL", postgres.jdbc(NAME),
                "DISCORD_BOT_DB_USER", postgres.user(),
                "DISCORD_BOT_DB_PASSWORD", postgres.password());
    }

    synchronized void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** The first column. */
    synchronized List<String> column(String sql) {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
