package dev.homelab.bench;

import dev.homelab.local.demo.DemoProblem;
import java.util.List;
import java.util.Locale;

/** The words after {@code scripts/bench}. */
record BenchOptions(Benchmark benchmark, boolean quick) {

    enum Benchmark {
        TICKET_BURST,
        TICKET_CROWD,
        LINK_FLOW,
        REFRESH_STORM,
        THOUSAND_CHECKS;

        static Benchmark named(String name) {
            for (Benchmark each : values()) {
                if (each.word().equals(name)) {
                    return each;
                }
            }
            throw new DemoProblem("There is no benchmark " + name + "; scripts/bench --help lists them.");
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static BenchOptions parse(String... words) {
        List<String> names =
                List.of(words).stream().filter(word -> !word.equals("--quick")).toList();
        if (names.size() != 1) {
            throw new DemoProblem("scripts/bench takes the name of one benchmark; scripts/bench --help lists them.");
        }
        return new BenchOptions(Benchmark.named(names.getFirst()), names.size() < words.length);
    }
}
