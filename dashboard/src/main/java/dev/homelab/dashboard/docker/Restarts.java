package dev.homelab.dashboard.docker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often Docker had to start a container again of late: one that falls over and over may run whenever it is looked at. */
@Component
class Restarts {

    static final Duration OF_LATE = Duration.ofMinutes(5);
    private static final int TOO_MANY = 3;

    private final Clock clock;
    private final Map<String, Deque<Count>> counts = new HashMap<>();

    Restarts(Clock clock) {
        this.clock = clock;
    }

    private record Count(Instant at, int restarts) {}

    boolean areTooMany(Container container) {
        return ofLate(container) >= TOO_MANY;
    }

    /** Since it was first looked at, or for so long. */
    private synchronized int ofLate(Container container) {
        Instant now = clock.instant();
        Deque<Count> seen = counts.computeIfAbsent(container.id(), _ -> new ArrayDeque<>());
        if (!seen.isEmpty() && seen.getLast().restarts() > container.restarts()) {
            seen.clear(); // somebody started it by hand, and Docker counts anew
        }
        if (seen.isEmpty() || seen.getLast().restarts() != container.restarts()) {
            seen.add(new Count(now, container.restarts()));
        }
        // What it was when that time began is the last count from before.
        Count begin = seen.removeFirst();
        while (!seen.isEmpty() && !seen.getFirst().at().isAfter(now.minus(OF_LATE))) {
            begin = seen.removeFirst();
        }
        seen.addFirst(begin);
        return container.restarts() - begin.restarts();
    }

    synchronized void forgetAllBut(Collection<Container> containers) {
        counts.keySet().retainAll(containers.stream().map(Container::id).toList());
    }
}
