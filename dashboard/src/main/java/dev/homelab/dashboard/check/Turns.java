package dev.homelab.dashboard.check;

import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does short things at their moment, on one thread. */
final class Turns implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    private final DelayQueue<Turn> queue = new DelayQueue<>();
    private final Thread dealer = Thread.ofPlatform().name("rota").daemon().start(this::deal);

    /**
     * At {@code dueNanos} of {@link System#nanoTime()}.
     *
     * @param deed must not wait for anything
     */
    void at(long dueNanos, Runnable deed) {
        queue.add(new Turn(dueNanos, deed));
    }

    private void deal() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                queue.take().deed().run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.error("A turn failed", e);
            }
        }
    }

    @Override
    public void close() {
        dealer.interrupt();
        queue.clear();
    }

    /** Its order is that of moments, which is all that a {@code DelayQueue} asks. */
    private record Turn(long dueNanos, Runnable deed) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.signum(dueNanos - ((Turn) other).dueNanos);
        }
    }
}
