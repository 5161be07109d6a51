package dev.homelab.local.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says what the journey did, line by line. */
final class Steps {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Console console;
    private int count;

    Steps(Console console) {
        this.console = console;
    }

    void done(String what) {
        count++;
        console.say("  ok  " + what);
    }

    void failed(String why) {
        console.say("FAIL  " + why);
    }

    /** The closing line that tools read. */
    void summary(int failures) {
        console.say(count + " passed, " + failures + " failed");
    }

    void require(boolean condition, String what) {
        if (!condition) {
            throw new JourneyFailed("expected: " + what);
        }
        done(what);
    }

    /** Waits until {@code look} returns something. */
    <T> T await(String what, Supplier<@Nullable T> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            T seen = look.get();
            if (seen != null) {
                done(what);
                return seen;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new JourneyFailed("did not happen within " + PATIENCE.toSeconds() + " s: " + what);
    }

    void awaitTrue(String what, Supplier<Boolean> look) {
        await(what, () -> look.get() ? Boolean.TRUE : null);
    }
}
