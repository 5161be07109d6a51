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

/** A service's database, read and changed behind its back; one connection, for one thread at a time. */
final class Database implements AutoCloseable {

    /** What PostgreSQL must be started with so that {@link #spent} knows. */
    static final Map<String, String> COUNTING =
            Map.of("shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.track_planning", "on");

    /** Neither transactions' ends nor what the bot does all the time, whatever happens. */
    private static final String SPENT = """
            SELECT coalesce(sum(calls), 0), coalesce(sum(total_exec_time + total_plan_time), 0)
            FROM pg_stat_statements
            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND query !~ '^(BEGIN|COMMIT|ROLLBACK|SET|SHOW)' AND query !~ 'scheduled_tasks|shard_lease'
            """;

    /**
     * What a database was busy with.
     *
     * @param millis of planning and execution
     */
    record Spent(long statements, double millis) {}

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    static void create(ServerAddress postgres, String name) {
        try (Database server = connect(postgres, "postgres")) {
            server.run("CREATE DATABASE " + name);
        }
    }

    static Database open(ServerAddress postgres, String name) {
        Database database = connect(postgres, name);
        database.run("CREATE EXTENSION pg_stat_statements");
        database.run("SET pg_stat_statements.track = 'none'");
        return database;
    }

    private static Database connect(ServerAddress postgres, String name) {
        try {
            return new Database(DriverManager.getConnection(postgres.jdbc(name), postgres.user(), postgres.password()));
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused the benchmark: " + e.getMessage(), e);
        }
    }

    /** Environment variables of a service, whose names begin with {@code prefix}. */
    static Map<String, String> settings(String prefix, ServerAddress postgres, String name) {
        return Map.of(
                prefix + "_DB_URL", postgres.jdbc(name),
                prefix + "_DB_USER", postgres.user(),
                prefix + "_DB_PASSWORD", postgres.password());
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

    void countFromNow() {
        run("SELECT pg_stat_statements_reset()");
    }

    /** By others, since {@link #countFromNow}. */
    synchronized Spent spent() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SPENT)) {
            rows.next();
            return new Spent(rows.getLong(1), rows.getDouble(2));
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not count: " + e.getMessage(), e);
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
