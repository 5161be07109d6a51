package dev.homelab.dashboard.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What must not wait for PostgreSQL is written here: in order, each in a transaction, again until it has worked. While PostgreSQL
 * is away it is held in memory, up to a bound beyond which the newest is lost and counted. It also waits for a PostgreSQL that is
 * away when the dashboard starts, and says when it has arrived.
 */
@Component
public class Ledger implements SmartLifecycle {

    /** With a batch of looks each second, nearly three hours. */
    private static final int MOST_LOOKS = 10_000;

    /** What is rarer than looks, and worth more, finds room when they do not any more. */
    private static final int MOST = 2 * MOST_LOOKS;

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_WISH = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Schema schema;
    private final ApplicationEventPublisher events;
    /** Unbounded, or what could not be written would find its place taken by what came meanwhile. */
    private final LinkedBlockingDeque<Entry> waiting = new LinkedBlockingDeque<>();

    private final AtomicLong lost = new AtomicLong();
    private volatile boolean reachable = true;
    private volatile boolean arrived;
    private volatile @Nullable Thread writer;
    /** Said once, however often it is met. */
    private String refusal = "";

    Ledger(
            JdbcClient database,
            TransactionOperations transactions,
            Schema schema,
            ApplicationEventPublisher events,
            MeterRegistry metrics) {
        this.database = database;
        this.transactions = transactions;
        this.schema = schema;
        this.events = events;
        Gauge.builder("homelab.ledger.waiting", waiting, LinkedBlockingDeque::size)
                .description("What waits to be written down")
                .register(metrics);
        Gauge.builder("homelab.ledger.lost", lost, AtomicLong::get)
                .description("What was never written down, because too much waited")
                .register(metrics);
    }

    /** Something to write, in one transaction; it may be tried more than once. */
    public interface Deed {
        void write(JdbcClient database);
    }

    /** Returns at once; {@code what} names it in the log. */
    public void write(String what, Deed deed) {
        write(what, deed, MOST);
    }

    /** The same for what comes all the time, of which the newest is lost first. */
    public void writeLook(String what, Deed deed) {
        write(what, deed, MOST_LOOKS);
    }

    private void write(String what, Deed deed, int most) {
        if (waiting.size() < most) {
            waiting.add(new Entry(what, deed));
        } else {
            lost.incrementAndGet();
        }
    }

    /** False until PostgreSQL has arrived, and from a write that it was away for to the next one that worked. */
    public boolean isReachable() {
        return reachable;
    }

    public long lost() {
        return lost.get();
    }

    /**
     * Starts before whatever looks or serves, so that they find what was taken up.
     *
     * @throws RuntimeException when PostgreSQL is there and cannot be used
     */
    @Override
    public void start() {
        try {
            if (!arrived) {
                arrive();
            }
        } catch (RuntimeException e) {
            if (!Schema.isAway(e)) {
                throw e;
            }
            reachable = false;
            log.warn("PostgreSQL is away; the dashboard starts without it and takes up its history when it is there");
        }
        // It ends when it finds no writer, so it must not begin before it is known as one.
        Thread fresh = Thread.ofVirtual().name("ledger").unstarted(this::writeOn);
        writer = fresh;
        fresh.start();
    }

    private void writeOn() {
        while (writer != null) {
            try {
                if (!arrived && !hasArrived()) {
                    TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                    continue;
                }
                Entry next = waiting.poll(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
                if (next != null && !written(next)) {
                    waiting.putFirst(next);
                    TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void arrive() {
        schema.migrate();
        events.publishEvent(new DatabaseArrived());
        arrived = true;
    }

    private boolean hasArrived() {
        try {
            arrive();
            reachable = true;
            log.info("PostgreSQL is there; what was in it is taken up, and what waits is written down");
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage());
            if (!Schema.isAway(e) && !why.equals(refusal)) {
                log.error("PostgreSQL is there, but cannot be used: {}", why);
                refusal = why;
            }
        }
        return arrived;
    }

    private boolean written(Entry entry) {
        try {
            transactions.executeWithoutResult(status -> entry.deed().write(database));
            reachable = true;
        } catch (DataIntegrityViolationException | BadSqlGrammarException e) {
            log.error("This cannot be written down, now or later: {}", entry.what(), e);
        } catch (DataAccessException | TransactionException e) {
            if (reachable) {
                log.warn("PostgreSQL is away; what is to be written waits: {}", e.getMessage());
            }
            reachable = false;
            return false;
        } catch (RuntimeException e) {
            log.error("A mistake of ours keeps this from being written down: {}", entry.what(), e);
        }
        return true;
    }

    /** Before the connections are closed. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE / 2;
    }

    @Override
    public void stop() {
        Thread running = writer;
        writer = null;
        if (running != null) {
            awaitEnd(running);
        }
        long end = System.nanoTime() + LAST_WISH.toNanos();
        Entry next = arrived ? waiting.poll() : null;
        while (next != null && System.nanoTime() < end && written(next)) {
            next = waiting.poll();
        }
    }

    /** What it is writing it finishes, so that nothing is written in another order. */
    private static void awaitEnd(Thread running) {
        try {
            running.join(LAST_WISH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    private record Entry(String what, Deed deed) {}
}
