package dev.homelab.dashboard.docker;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a container uses, counted as {@code docker stats} counts it.
 *
 * @param cpuPercent of one processor; null while it is not known
 * @param memoryBytes without the cache that the system takes back at will; null while it is not known
 */
public record Figures(@Nullable Double cpuPercent, @Nullable Long memoryBytes) {

    static final Figures NONE = new Figures(null, null);
    private static final double HUNDRED = 100;

    static Figures of(JsonNode stats) {
        return new Figures(cpu(stats), memory(stats.path("memory_stats")));
    }

    /** From the two samples of one answer. */
    private static @Nullable Double cpu(JsonNode stats) {
        JsonNode now = stats.path("cpu_stats");
        JsonNode before = stats.path("precpu_stats");
        double used = total(now) - total(before);
        double passed = now.path("system_cpu_usage").asDouble(0)
                - before.path("system_cpu_usage").asDouble(0);
        double processors = now.path("online_cpus").asDouble(1);
        return passed <= 0 || used < 0 ? null : (Double) (used / passed * processors * HUNDRED);
    }

    private static double total(JsonNode sample) {
        return sample.path("cpu_usage").path("total_usage").asDouble(0);
    }

    /** Cgroups of version 1 name the cache otherwise than those of version 2. */
    private static @Nullable Long memory(JsonNode memory) {
        if (!memory.path("usage").isNumber()) {
            return null;
        }
        long usage = memory.path("usage").asLong();
        JsonNode details = memory.path("stats");
        long cache = details.path("total_inactive_file")
                .asLong(details.path("inactive_file").asLong(0));
        return cache < usage ? usage - cache : usage;
    }
}
