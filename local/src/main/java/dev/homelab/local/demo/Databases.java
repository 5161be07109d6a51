package dev.homelab.local.demo;

import dev.homelab.local.server.ServerAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database and a role of its own for each service, as in production. */
final class Databases {

    private static final List<String> NAMES = List.of("discord_bot", "stream_bot", "dashboard");

    private Databases() {}

    static void ensure(ServerAddress postgres, String password) {
        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbc("postgres"), postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            for (String name : NAMES) {
                ensure(statement, name, password);
            }
            ensureBackup(statement, password);
        } catch (SQLException e) {
            throw new DemoProblem("PostgreSQL refused to make the databases: " + e.getMessage()
                    + "; scripts/demo --fresh starts over.");
        }
    }

    private static void ensure(Statement statement, String name, String password) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name + " LOGIN");
        }
        statement.execute("ALTER ROLE " + name + " PASSWORD '" + password + "'");
        if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
        }
    }

    /** One role reads them all, and makes scratch databases. */
    private static void ensureBackup(Statement statement, String password) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = 'backup'")) {
            statement.execute("CREATE ROLE backup LOGIN CREATEDB");
        }
        statement.execute("ALTER ROLE backup PASSWORD '" + password + "'");
        statement.execute("GRANT pg_read_all_data TO backup");
        statement.execute("GRANT CONNECT ON DATABASE " + String.join(", ", NAMES) + " TO backup");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
