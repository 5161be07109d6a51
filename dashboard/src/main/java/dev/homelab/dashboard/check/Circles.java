package dev.homelab.dashboard.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds whether needs go round in a circle, in which nothing could be the cause of anything. */
final class Circles {

    private Circles() {}

    /**
     * From a check over what it needs back to itself.
     *
     * @param known the other checks
     * @throws InvalidCheck that names the circle, where there is one
     */
    static void refuse(Definition fresh, Function<CheckId, Optional<Definition>> known) {
        Map<CheckId, CheckId> neededBy = new HashMap<>();
        Deque<Definition> left = new ArrayDeque<>(List.of(fresh));
        while (!left.isEmpty()) {
            Definition next = left.pop();
            for (CheckId need : next.needs()) {
                if (neededBy.putIfAbsent(need, next.id()) == null && !need.equals(fresh.id())) {
                    known.apply(need).ifPresent(left::add);
                }
            }
        }
        if (neededBy.containsKey(fresh.id())) {
            throw new InvalidCheck(Said.of("invalid.circle", around(fresh.id(), neededBy)));
        }
    }

    private static String around(CheckId start, Map<CheckId, CheckId> neededBy) {
        Deque<String> circle = new ArrayDeque<>(List.of(start.value()));
        CheckId at = start;
        do {
            at = neededBy.getOrDefault(at, start);
            circle.addFirst(at.value());
        } while (!at.equals(start));
        return String.join(" → ", circle);
    }
}
