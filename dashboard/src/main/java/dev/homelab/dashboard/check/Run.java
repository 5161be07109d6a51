package dev.homelab.dashboard.check;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One look that is being taken; only the first of its answer and its time-out is told. */
final class Run {

    private final Instant at;
    private final long startedNanos;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    Run(Instant at, long startedNanos) {
        this.at = at;
        this.startedNanos = startedNanos;
    }

    Instant at() {
        return at;
    }

    long startedNanos() {
        return startedNanos;
    }

    void on(Thread running) {
        thread = running;
    }

    /** True for the first that has something to tell of this look. */
    boolean tell() {
        return told.compareAndSet(false, true);
    }

    boolean isTold() {
        return told.get();
    }

    void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
