package dev.homelab.local.discord.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The REST exchanges since the start or the last {@link #clear()}, of which the newest {@value #KEPT} are kept unless
 * {@link #keep} says otherwise. So a test can assert on all since {@code clear()} as long as there were no more than
 * that; {@link #total()} and {@link #totalCounted()} count those too that are no longer kept.
 */
public final class Requests {

    public static final int KEPT = 10_000;

    private final ArrayDeque<Exchange> exchanges = new ArrayDeque<>();
    private int most = KEPT;
    private long total;
    private long totalCounted;
    private long lastAt = System.nanoTime();
    private int underWay;

    synchronized void begin() {
        underWay++;
    }

    synchronized void end(Exchange exchange) {
        underWay--;
        total++;
        totalCounted += exchange.counted() ? 1 : 0;
        exchanges.add(exchange);
        trim();
        lastAt = System.nanoTime();
        notifyAll();
    }

    private void trim() {
        while (exchanges.size() > most) {
            exchanges.removeFirst();
        }
    }

    /** Keeps at most so many from now on; the oldest go first. */
    public synchronized void keep(int exchangesAtMost) {
        most = exchangesAtMost;
        trim();
    }

    /** Those that are kept, oldest first. */
    public synchronized List<Exchange> all() {
        return List.copyOf(exchanges);
    }

    /** Those of the kept ones that count against the global limit. */
    public List<Exchange> counted() {
        return all().stream().filter(Exchange::counted).toList();
    }

    /** How many there were since {@link #clear()}, whether kept or not. */
    public synchronized long total() {
        return total;
    }

    /** How many of {@link #total()} count against the global limit. */
    public synchronized long totalCounted() {
        return totalCounted;
    }

    public synchronized void clear() {
        exchanges.clear();
        total = 0;
        totalCounted = 0;
    }

    /** Waits until there has been no request for {@code quiet} from now on; gives up, with an exception, after ten seconds. */
    public synchronized void awaitQuiet(Duration quiet) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        // Wakes are counted, not time: a machine that stands still is no service that is quiet.
        for (long calm = 0; calm < quiet.toMillis() / 10; ) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("requests did not cease: " + exchanges);
            }
            long before = lastAt;
            wait(10);
            calm = underWay > 0 || lastAt != before ? 0 : calm + 1;
        }
    }
}
