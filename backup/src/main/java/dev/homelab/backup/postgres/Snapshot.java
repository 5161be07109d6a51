package dev.homelab.backup.postgres;

import dev.homelab.backup.problem.BackupProblem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One moment of a database, held open: what is counted and what is dumped in it fit, whoever writes meanwhile. */
public final class Snapshot implements AutoCloseable {

    private static final String FACTS = """
            SELECT pg_export_snapshot(), current_setting('server_version'), current_setting('server_version_num')::int,
              pg_database_size(d.oid), pg_get_userbyid(d.datdba), pg_encoding_to_char(d.encoding)
            FROM pg_database d WHERE d.datname = current_database()""";
    private static final int MAJOR = 10_000;

    private final Connection connection;
    private final Facts facts;

    private Snapshot(Connection connection, Facts facts) {
        this.connection = connection;
        this.facts = facts;
    }

    /**
     * What the server says of the database.
     *
     * @param id what {@code pg_dump --snapshot} takes
     * @param bytes on the server's disk
     */
    public record Facts(String id, String serverVersion, int serverMajor, long bytes, String owner, String encoding) {}

    /** Throws a {@link BackupProblem} when the database cannot be used. */
    public static Snapshot of(String name, Login login) {
        try {
            Connection connection = login.connect();
            try {
                return begin(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unusable(name, e);
        }
    }

    private static BackupProblem unusable(String name, SQLException e) {
        return new BackupProblem("the database " + name + " cannot be used", e);
    }

    private static Snapshot begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            statement.execute("SET LOCAL statement_timeout = 0");
            try (ResultSet row = statement.executeQuery(FACTS)) {
                row.next();
                return new Snapshot(connection, facts(row));
            }
        }
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                row.getString(1),
                row.getString(2),
                row.getInt(3) / MAJOR,
                row.getLong(4),
                row.getString(5),
                row.getString(6));
    }

    public Facts facts() {
        return facts;
    }

    /** Throws a {@link BackupProblem} for a database without a table, which nobody means to back up. */
    public Census census(String name) {
        try {
            Census census = Census.of(connection);
            if (census.rows().isEmpty()) {
                throw new BackupProblem("the database " + name
                        + " has no tables: it is not the one that was meant, or its service never started");
            }
            return census;
        } catch (SQLException e) {
            throw unusable(name, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new BackupProblem("the connection to a database did not end", e);
        }
    }
}
