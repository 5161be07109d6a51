package dev.homelab.backup.worker;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does one thing at a time, beside whoever asked for it; on a thread of the platform's, as checksums and encryption would hold a
 * virtual thread's carrier for long.
 */
@Component
class Lane {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final AtomicReference<@Nullable String> underWay = new AtomicReference<>();
    private volatile @Nullable Thread thread;

    /** False, and nothing done, while something is under way. {@code job} is given whom to tell what it is at. */
    boolean begin(String what, Consumer<Consumer<String>> job) {
        if (!underWay.compareAndSet(null, what)) {
            return false;
        }
        thread = Thread.ofPlatform().daemon().name("backup").start(() -> run(job));
        return true;
    }

    private void run(Consumer<Consumer<String>> job) {
        try {
            job.accept(underWay::set);
        } finally {
            underWay.set(null);
        }
    }

    Optional<String> underWay() {
        return Optional.ofNullable(underWay.get());
    }

    /** Ends what is under way; the tools that it runs are ended with it. */
    @PreDestroy
    void stop() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            running.join(GRACE);
        }
    }
}
