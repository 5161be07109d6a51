package dev.homelab.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.server.DatabaseGate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerTest {

    private final DatabaseGate gate = new DatabaseGate();
    private final JdbcClient past =
            JdbcClient.create(new DriverManagerDataSource(gate.direct(), gate.user(), gate.password()));
    private final DriverManagerDataSource through =
            new DriverManagerDataSource(gate.jdbc(), gate.user(), gate.password());
    private final List<Object> arrivals = new CopyOnWriteArrayList<>();
    private Ledger ledger;

    @BeforeEach
    void begin() {
        ledger = ledger(new TransactionTemplate(new JdbcTransactionManager(through)));
    }

    private Ledger ledger(TransactionOperations transactions) {
        return new Ledger(
                JdbcClient.create(through),
                transactions,
                new Schema(Flyway.configure()
                        .dataSource(through)
                        .locations("classpath:ledger-test")
                        .load()),
                arrivals::add,
                new SimpleMeterRegistry());
    }

    @AfterEach
    void end() {
        gate.open();
        ledger.stop();
        gate.close();
    }

    private void write(int id, String text) {
        ledger.write(
                "word",
                database -> database.sql("INSERT INTO word VALUES (:id, :text)")
                        .param("id", id)
                        .param("text", text)
                        .update());
    }

    private List<@Nullable String> words() {
        return past.sql("SELECT text FROM word ORDER BY id").query(String.class).list();
    }

    @Test
    void startsWithoutTheDatabaseAndMakesItsTablesWhenItIsThere() {
        gate.shut();
        ledger.start();
        assertThat(ledger.isReachable()).isFalse();
        assertThat(arrivals).isEmpty();
        write(1, "one");

        gate.open();
        await().untilAsserted(() -> assertThat(arrivals).containsExactly(new DatabaseArrived()));
        await().untilAsserted(() -> assertThat(words()).containsExactly("one"));
        assertThat(ledger.isReachable()).isTrue();
    }

    @Test
    void doesNotStartWithADatabaseThatRefuses() {
        var refused = new DriverManagerDataSource(gate.jdbc(), "nobody", gate.password());
        var missing = new DriverManagerDataSource(gate.jdbc() + "_missing", gate.user(), gate.password());
        for (DriverManagerDataSource wrong : List.of(refused, missing)) {
            Schema schema = new Schema(Flyway.configure().dataSource(wrong).load());
            assertThatThrownBy(schema::migrate)
                    .satisfies(failure -> assertThat(Schema.isAway(failure)).isFalse());
        }
    }

    @Test
    void writesInOrderOnceTheDatabaseIsBack() {
        ledger.start();
        gate.shut();
        write(1, "one");
        write(2, "two");
        await().until(() -> !ledger.isReachable());
        assertThat(words()).isEmpty();

        gate.open();
        await().untilAsserted(() -> assertThat(words()).containsExactly("one", "two"));
        assertThat(ledger.isReachable()).isTrue();
    }

    @Test
    void goesOnAfterWhatCanNeverBeWritten() {
        ledger.start();
        write(1, "one");
        write(1, "one again");
        write(2, "no\0thing");
        ledger.write("a mistake", _ -> {
            throw new IllegalStateException("ours");
        });
        write(3, "three");

        await().untilAsserted(() -> assertThat(words()).containsExactly("one", "three"));
    }

    @Test
    void goesOnAfterSoMuchWaitedThatSomeOfItWasLost() {
        List<String> written = new CopyOnWriteArrayList<>();
        AtomicBoolean away = new AtomicBoolean(true);
        ledger = ledger(TransactionOperations.withoutTransaction());
        ledger.write("held", _ -> {
            if (away.getAndSet(false)) {
                while (ledger.lost() == 0) {
                    ledger.write("more", _ -> {});
                }
                throw new DataAccessResourceFailureException("away");
            }
            written.add("held");
        });
        ledger.write("next", _ -> written.add("next"));
        ledger.start();
        await().untilAsserted(() -> assertThat(written).containsExactly("held", "next"));

        ledger.write("later", _ -> written.add("later"));
        await().untilAsserted(() -> assertThat(written).containsExactly("held", "next", "later"));
        assertThat(ledger.lost()).isEqualTo(1);
    }

    @Test
    void writesWhatIsLeftBeforeItStops() {
        ledger.start();
        for (int i = 0; i < 40; i++) {
            write(i, "word");
        }
        ledger.stop();
        assertThat(words()).hasSize(40);
    }
}
