package dev.homelab.dashboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.server.DatabaseGate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerTest {

    private final DatabaseGate gate = new DatabaseGate();
    private final JdbcClient past =
            JdbcClient.create(new DriverManagerDataSource(gate.direct(), gate.user(), gate.password()));
    private Ledger ledger;

    @BeforeEach
    void begin() {
        past.sql("CREATE TABLE word (id int PRIMARY KEY, text text NOT NULL)").update();
        var through = new DriverManagerDataSource(gate.jdbc(), gate.user(), gate.password());
        ledger = new Ledger(
                JdbcClient.create(through),
                new TransactionTemplate(new JdbcTransactionManager(through)),
                new SimpleMeterRegistry());
        ledger.start();
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
    void writesInOrderOnceTheDatabaseIsBack() {
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
    void writesWhatIsLeftBeforeItStops() {
        for (int i = 0; i < 40; i++) {
            write(i, "word");
        }
        ledger.stop();
        assertThat(words()).hasSize(40);
    }
}
