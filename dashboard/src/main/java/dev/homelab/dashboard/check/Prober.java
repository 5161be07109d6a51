package dev.homelab.dashboard.check;

import java.time.Duration;

/** Asks one kind of target. */
public interface Prober<T extends Target> {

    Class<T> kind();

    /**
     * Runs on a virtual thread of its own, which is interrupted when the time is over; whatever is thrown is a failure.
     *
     * @param atMost for everything together
     */
    Finding ask(T target, Duration atMost) throws Exception;
}
