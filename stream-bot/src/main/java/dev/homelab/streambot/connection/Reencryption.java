package dev.homelab.streambot.connection;

import dev.homelab.streambot.encryption.KeysInUse;
import dev.homelab.streambot.encryption.TokenCipher;
import dev.homelab.streambot.encryption.Undecipherable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings stored tokens to the newest key, batch by batch, and refuses to start without a key that is needed. */
@Component
@DependsOnDatabaseInitialization
class Reencryption {

    private static final Logger log = LoggerFactory.getLogger(Reencryption.class);
    private static final int BATCH = 200;
    private static final String OLD = """
            (substring(access_token FROM 1 FOR 5) <> :current OR substring(refresh_token FROM 1 FOR 5) <> :current
                OR substring(previous_refresh_token FROM 1 FOR 5) <> :current)
            """;

    private final JdbcClient jdbc;
    private final KeysInUse keys;
    private final Connections connections;
    private final TokenVault vault;
    private final TokenCipher cipher;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final AtomicLong left;

    Reencryption(
            JdbcClient jdbc,
            KeysInUse keys,
            Connections connections,
            TokenVault vault,
            TokenCipher cipher,
            TransactionTemplate transactions,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.connections = connections;
        this.vault = vault;
        this.cipher = cipher;
        this.transactions = transactions;
        this.clock = clock;
        this.left = meters.gauge("homelab.encryption.left", new AtomicLong());
        requireKeys();
    }

    void requireKeys() {
        keys.used().forEach(cipher::require);
    }

    /** Goes on until nothing is left that can be brought over. */
    void run() {
        long before = count();
        left.set(before);
        while (left.get() > 0 && batch() > 0) {
            left.set(count());
            log.info("Tokens are brought to the newest key: {} of {} links are left", left.get(), before);
        }
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM connection WHERE " + OLD)
                .param("current", cipher.currentPrefix())
                .query(Long.class)
                .single();
    }

    /** Rows that are being renewed are left for the next round, as they get new tokens anyway. */
    private int batch() {
        Integer done = transactions.execute(status -> {
            List<Connection> old = connections.lockOld(cipher.currentPrefix(), clock.instant(), BATCH);
            return (int) old.stream().filter(this::bringOver).count();
        });
        return done == null ? 0 : done;
    }

    private boolean bringOver(Connection old) {
        try {
            return connections.reencrypt(old.id(), vault.again(old)) == 1;
        } catch (Undecipherable unreadable) {
            log.atWarn()
                    .addKeyValue("connection", old.id())
                    .log("A link's tokens stay as they are: {}", unreadable.getMessage());
            return false;
        }
    }
}
