package dev.homelab.backup.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.common.secret.Secret;
import dev.homelab.local.server.PostgresServer;
import dev.homelab.local.server.ServerAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a role that may do nothing but make databases, on a PostgreSQL that tidies up at once and takes its time. */
class ScratchServerTest {

    private static final Map<String, String> TIDIES_SLOWLY = Map.of(
            "autovacuum_naptime", "1s", "autovacuum_vacuum_cost_delay", "100ms", "autovacuum_vacuum_cost_limit", "1");

    private PostgresServer postgres;
    private Login superuser;
    private ScratchServer scratch;

    @BeforeEach
    void start(@TempDir Path folder) {
        postgres = PostgresServer.start(folder, 0, TIDIES_SLOWLY);
        ServerAddress address = postgres.address();
        String url = address.jdbc("postgres");
        superuser = new Login(url, address.user(), Secret.of(address.password()));
        run(superuser, "CREATE ROLE maker LOGIN CREATEDB PASSWORD 'maker'");
        scratch = new ScratchServer(new DatabaseSettings(
                "maker",
                Secret.of("maker"),
                Map.of("discord_bot", new DatabaseSettings.Source(url, null, null)),
                new DatabaseSettings.Scratch("", "", Secret.of(""))));
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void isTidyAgainThoughAutovacuumIsAtIt() {
        scratch.withDatabase("vacuumed", "UTF8", this::letAutovacuumIn);

        assertTidy();
    }

    @Test
    void isTidyAgainThoughSomebodyStayedConnectedBesideIt() throws SQLException {
        List<Connection> staying = new ArrayList<>();
        scratch.withDatabase("kept", "UTF8", database -> {
            staying.add(connect(database));
            letAutovacuumIn(database);
        });

        assertTidy();
        staying.getFirst().close();
    }

    private void letAutovacuumIn(Login database) {
        run(database, "CREATE TABLE t AS SELECT generate_series(1, 100000) AS n", "DELETE FROM t WHERE n % 2 = 0");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> isSo("SELECT count(*) > 0 FROM pg_stat_activity"
                        + " WHERE backend_type = 'autovacuum worker' AND datname ^@ 'homelab_drill_'"));
    }

    private void assertTidy() {
        assertThat(isSo("SELECT count(*) = 0 FROM pg_database WHERE datname ^@ 'homelab_drill_'"))
                .isTrue();
    }

    private boolean isSo(String question) {
        try (Connection connection = connect(superuser);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Login database, String... commands) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Login database) {
        try {
            return database.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
