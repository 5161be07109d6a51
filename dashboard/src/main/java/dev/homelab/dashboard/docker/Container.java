package dev.homelab.dashboard.docker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A container.
 *
 * @param service its name in docker-compose.yml; its own name where it has none
 * @param state as Docker says: running, exited, restarting and so on
 * @param health healthy, unhealthy or starting; empty where it has no health check
 * @param exitCode of its last end; 0 while it runs
 * @param cpuPercent of one processor; null while it is not known
 * @param memoryBytes that it uses; null while it is not known
 * @param memoryLimit how many it may use; null for no limit of its own
 */
public record Container(
        String id,
        String name,
        String service,
        String image,
        String state,
        String health,
        int restarts,
        int exitCode,
        boolean killedForMemory,
        @Nullable Instant startedAt,
        @Nullable Double cpuPercent,
        @Nullable Long memoryBytes,
        @Nullable Long memoryLimit) {

    public boolean isWell() {
        return "running".equals(state) && !"unhealthy".equals(health);
    }
}
