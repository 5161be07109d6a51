package dev.homelab.bench;

import java.util.Collection;
import java.util.List;

/** Of durations in milliseconds. */
final class Percentiles {

    private final List<Long> sorted;

    Percentiles(Collection<Long> values) {
        this.sorted = values.stream().sorted().toList();
    }

    /** The smallest value that at least {@code percent} of 100 values do not exceed; 0 without values. */
    long at(int percent) {
        if (sorted.isEmpty()) {
            return 0;
        }
        return sorted.get(Math.max(0, Math.ceilDiv(sorted.size() * percent, 100) - 1));
    }
}
