package dev.homelab.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the acts cost in one crowd, round after round. */
final class Costs {

    private final Map<Act, List<Cost>> all = new EnumMap<>(Act.class);

    void add(Act act, Cost cost) {
        all.computeIfAbsent(act, _ -> new ArrayList<>()).add(cost);
    }

    /** The median of each figure. */
    Cost of(Act act) {
        List<Cost> costs = all.getOrDefault(act, List.of());
        return new Cost(
                median(costs, Cost::millis), median(costs, Cost::statements), median(costs, Cost::databaseMillis));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
