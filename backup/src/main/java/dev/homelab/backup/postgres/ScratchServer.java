package dev.homelab.backup.postgres;

import dev.homelab.backup.problem.BackupProblem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Where backups are restored to be looked at: in databases whose names nobody else would choose. */
@Component
public class ScratchServer {

    private static final String PREFIX = "homelab_drill_";

    private final Login login;

    ScratchServer(DatabaseSettings settings) {
        this.login = settings.scratchLogin();
    }

    /** Gives an empty database to {@code use} and drops it after that. */
    public void withDatabase(String name, String encoding, Consumer<Login> use) {
        String database = PREFIX + name;
        create(database, encoding);
        try {
            inUse(login.at(database), use);
        } finally {
            dropFromUnderWhoeverIsIn(database);
        }
    }

    /** Holds a connection to it meanwhile, by which another worker's {@link #sweep} knows to leave it alone. */
    private static void inUse(Login database, Consumer<Login> use) {
        try (Connection _ = database.connect()) {
            use.accept(database);
        } catch (SQLException e) {
            throw new BackupProblem("the scratch server refuses or does not answer", e);
        }
    }

    private void create(String database, String encoding) {
        asking(statement -> statement.execute("CREATE DATABASE %s TEMPLATE template0 ENCODING %s"
                .formatted(statement.enquoteIdentifier(database, true), statement.enquoteLiteral(encoding))));
    }

    /**
     * Sends away whom this role may, and then drops it plainly: for that PostgreSQL ends its own autovacuum, but for a drop by
     * force only when a role of more rights asks.
     */
    private void dropFromUnderWhoeverIsIn(String database) {
        asking(statement -> {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pg_has_role(usesysid, 'MEMBER')"
                            .formatted(statement.enquoteLiteral(database)));
            statement.execute(drop(statement, database));
        });
    }

    private static String drop(Statement statement, String database) throws SQLException {
        return "DROP DATABASE IF EXISTS " + statement.enquoteIdentifier(database, true);
    }

    /** Drops what a killed drill left: what nobody is connected to. */
    public void sweep() {
        asking(statement -> {
            List<String> left = new ArrayList<>();
            try (ResultSet found = statement.executeQuery("SELECT datname FROM pg_database WHERE datname ^@ '" + PREFIX
                    + "' AND oid NOT IN (SELECT datid FROM pg_stat_activity WHERE datid IS NOT NULL)")) {
                while (found.next()) {
                    left.add(found.getString(1));
                }
            }
            for (String database : left) {
                statement.execute(drop(statement, database));
            }
        });
    }

    private void asking(Question question) {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            question.ask(statement);
        } catch (SQLException e) {
            throw new BackupProblem("the scratch server refuses or does not answer", e);
        }
    }

    private interface Question {
        void ask(Statement statement) throws SQLException;
    }
}
