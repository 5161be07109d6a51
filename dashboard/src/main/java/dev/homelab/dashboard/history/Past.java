package dev.homelab.dashboard.history;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a check's past.
 *
 * @param sums for each span
 * @param days the last 90, oldest first; those in which nobody looked are missing
 */
public record Past(Map<Span, Tally> sums, List<Tally> days) {

    static final Past NOTHING = new Past(Map.of(), List.of());

    public Past {
        sums = sums.isEmpty() ? Map.of() : new EnumMap<>(sums);
        days = List.copyOf(days);
    }

    public Tally sum(Span span) {
        return sums.getOrDefault(span, Tally.NOTHING);
    }
}
