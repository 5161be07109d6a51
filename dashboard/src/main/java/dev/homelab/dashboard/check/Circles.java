package dev.homelab.dashboard.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Finds whether needs go round in a circle, in which nothing could be the cause of anything. */
final class Circles {

    private Circles() {}

    static boolean closedBy(Definition fresh, Catalogue catalogue) {
        Set<CheckId> seen = new HashSet<>();
        Deque<CheckId> left = new ArrayDeque<>(fresh.needs());
        while (!left.isEmpty()) {
            CheckId next = left.pop();
            if (next.equals(fresh.id())) {
                return true;
            }
            if (seen.add(next)) {
                catalogue.find(next).ifPresent(need -> left.addAll(need.needs()));
            }
        }
        return false;
    }
}
