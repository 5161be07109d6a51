package dev.homelab.backup.restore;

import dev.homelab.backup.postgres.Login;
import dev.homelab.backup.problem.BackupProblem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The server that a database is restored to, as its superuser sees it. */
record Place(Login login) {

    private static final String GRANTS = """
            SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END, a.privilege_type
            FROM pg_database d, aclexplode(d.datacl) a WHERE d.datname = ?""";
    private static final int PATIENCE_MILLIS = 5_000;

    Login at(String database) {
        return login.at(database);
    }

    boolean hasDatabase(String name) {
        return asking(connection -> !column(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)
                .isEmpty());
    }

    boolean hasRole(String name) {
        return asking(connection -> !column(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)
                .isEmpty());
    }

    void create(String name, String owner, String encoding) {
        asking(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("CREATE DATABASE %s OWNER %s TEMPLATE template0 ENCODING %s"
                        .formatted(
                                statement.enquoteIdentifier(name, true),
                                statement.enquoteIdentifier(owner, true),
                                statement.enquoteLiteral(encoding)));
            }
        });
    }

    void drop(String name) {
        run("DROP DATABASE IF EXISTS %s WITH (FORCE)", name);
    }

    /** Whoever may connect to the one may connect to the other. */
    void copyGrants(String from, String to) {
        List<String> grants = asking(connection -> {
            List<String> found = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(GRANTS)) {
                query.setString(1, from);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add("GRANT " + rows.getString(2) + " ON DATABASE %s TO " + rows.getString(1));
                    }
                }
            }
            return found;
        });
        if (!grants.isEmpty()) {
            run("REVOKE ALL ON DATABASE %s FROM PUBLIC", to);
            grants.forEach(grant -> run(grant, to));
        }
    }

    /** Lets nobody in to {@code current} while both get their new names, in one transaction. */
    void swap(String current, String restored, String kept) {
        run("ALTER DATABASE %s WITH ALLOW_CONNECTIONS false", current);
        String open = current;
        try {
            asking(connection -> rename(connection, current, restored, kept));
            open = kept;
        } finally {
            run("ALTER DATABASE %s WITH ALLOW_CONNECTIONS true", open);
        }
    }

    private static Void rename(Connection connection, String current, String restored, String kept)
            throws SQLException {
        column(
                connection,
                "SELECT pg_terminate_backend(pid, " + PATIENCE_MILLIS + ") FROM pg_stat_activity WHERE datname = ?",
                current);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            String name = statement.enquoteIdentifier(current, true);
            statement.execute("ALTER DATABASE " + name + " RENAME TO " + statement.enquoteIdentifier(kept, true));
            statement.execute("ALTER DATABASE " + statement.enquoteIdentifier(restored, true) + " RENAME TO " + name);
        }
        connection.commit();
        return null;
    }

    void rename(String from, String to) {
        asking(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("ALTER DATABASE %s RENAME TO %s"
                        .formatted(statement.enquoteIdentifier(from, true), statement.enquoteIdentifier(to, true)));
            }
        });
    }

    private void run(String command, String database) {
        asking(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(command.formatted(statement.enquoteIdentifier(database, true)));
            }
        });
    }

    private static List<String> column(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, name);
            List<String> column = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
            }
            return column;
        }
    }

    private <T> T asking(Question<T> question) {
        try (Connection connection = login.at("postgres").connect()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new BackupProblem(
                    "PostgreSQL refuses " + login.user()
                            + " (a restore needs a superuser: BACKUP_RESTORE_USER and BACKUP_RESTORE_PASSWORD)",
                    e);
        }
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
