package dev.homelab.local.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for the next requests, in the order in which they were set. */
public final class Faults {

    /** A fault that waits for {@code times} more requests. */
    record Waiting(Platform platform, Endpoint endpoint, Fault fault, int times) {}

    private final List<Waiting> waiting = new ArrayList<>();

    Faults() {}

    /** The next request to the endpoint meets the fault. */
    public void next(Platform platform, Endpoint endpoint, Fault fault) {
        next(1, platform, endpoint, fault);
    }

    /** The next {@code times} requests to the endpoint meet the fault. */
    public synchronized void next(int times, Platform platform, Endpoint endpoint, Fault fault) {
        waiting.add(new Waiting(platform, endpoint, fault, times));
    }

    public synchronized void clear() {
        waiting.clear();
    }

    synchronized List<Waiting> all() {
        return List.copyOf(waiting);
    }

    synchronized Optional<Fault> take(Platform platform, Endpoint endpoint) {
        for (int i = 0; i < waiting.size(); i++) {
            Waiting found = waiting.get(i);
            if (found.platform() == platform && found.endpoint() == endpoint) {
                countDown(i, found);
                return Optional.of(found.fault());
            }
        }
        return Optional.empty();
    }

    private void countDown(int index, Waiting found) {
        if (found.times() > 1) {
            waiting.set(index, new Waiting(found.platform(), found.endpoint(), found.fault(), found.times() - 1));
        } else {
            waiting.remove(index);
        }
    }
}
