package dev.homelab.local.discord.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Every REST exchange since the start or the last {@link #clear()}. */
public final class Requests {

    private final List<Exchange> exchanges = new ArrayList<>();
    private long lastAt = System.nanoTime();
    private int underWay;

    synchronized void begin() {
        underWay++;
    }

    synchronized void end(Exchange exchange) {
        underWay--;
        exchanges.add(exchange);
        lastAt = System.nanoTime();
        notifyAll();
    }

    public synchronized List<Exchange> all() {
        return List.copyOf(exchanges);
    }

    /** Those that count against the global limit. */
    public List<Exchange> counted() {
        return all().stream().filter(Exchange::counted).toList();
    }

    public synchronized void clear() {
        exchanges.clear();
    }

    /** Waits until there has been no request for {@code quiet}; gives up, with an exception, after ten seconds. */
    public synchronized void awaitQuiet(Duration quiet) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (underWay > 0 || System.nanoTime() - lastAt < quiet.toNanos()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("requests did not cease: " + exchanges);
            }
            wait(10);
        }
    }
}
