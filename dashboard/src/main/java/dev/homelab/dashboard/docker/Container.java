package dev.homelab.dashboard.docker;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A container as Docker describes it.
 *
 * @param service its name in docker-compose.yml; its own name where it has none
 * @param state as Docker says: running, exited, restarting and so on
 * @param health healthy, unhealthy or starting; empty where it does not run or has no health check
 * @param exitCode of its last end; 0 while it runs
 * @param mayEnd whether nobody starts it again after it has ended well
 * @param complaint why it could not start, or what its failing health check wrote, masked; mostly empty
 * @param memoryLimit how many bytes it may use; null for no limit of its own
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
        boolean mayEnd,
        String complaint,
        @Nullable Instant startedAt,
        @Nullable Long memoryLimit) {

    private static final int LONGEST_SLUG = 48;
    private static final int LONGEST_COMPLAINT = 4000;
    private static final String RUNNING = "running";
    private static final String UNHEALTHY = "unhealthy";

    static Container of(JsonNode inspected) {
        JsonNode state = inspected.path("State");
        JsonNode config = inspected.path("Config");
        JsonNode host = inspected.path("HostConfig");
        String name = inspected.path("Name").asString("").replaceFirst("^/", "");
        boolean isRunning = RUNNING.equals(state.path("Status").asString(""));
        String health = state.path("Health").path("Status").asString("");
        return new Container(
                inspected.path("Id").asString(""),
                name,
                config.path("Labels").path("com.docker.compose.service").asString(name),
                config.path("Image").asString(""),
                state.path("Status").asString("unknown"),
                isRunning && !"none".equals(health) ? health : "",
                inspected.path("RestartCount").asInt(0),
                state.path("ExitCode").asInt(0),
                state.path("OOMKilled").asBoolean(false),
                host.path("RestartPolicy").path("Name").asString("").matches("|no|on-failure"),
                LogLines.masked(complaint(state), LONGEST_COMPLAINT),
                instant(state.path("StartedAt").asString("")),
                limit(host.path("Memory").asLong(0)));
    }

    private static String complaint(JsonNode state) {
        String error = state.path("Error").asString("").strip();
        JsonNode tries = state.path("Health").path("Log");
        boolean fails = UNHEALTHY.equals(state.path("Health").path("Status").asString("")) && !tries.isEmpty();
        return error.isEmpty() && fails
                ? tries.path(tries.size() - 1).path("Output").asString("").strip()
                : error;
    }

    private static @Nullable Long limit(long bytes) {
        return bytes == 0 ? null : (Long) bytes;
    }

    private static @Nullable Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            return at.isBefore(Instant.EPOCH) ? null : at;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** One that has done its work is up; of one that was made and not started yet nobody knows. */
    public Health condition() {
        if (isRunning()) {
            return UNHEALTHY.equals(health) ? Health.DOWN : Health.UP;
        }
        if (hasDoneItsWork()) {
            return Health.UP;
        }
        boolean isNew = "created".equals(state) && exitCode == 0 && complaint.isEmpty();
        return isNew ? Health.UNKNOWN : Health.DOWN;
    }

    /** In Docker's words. */
    public String stateAndHealth() {
        return health.isEmpty() ? state : state + ", " + health;
    }

    public boolean isRunning() {
        return RUNNING.equals(state);
    }

    boolean hasDoneItsWork() {
        return "exited".equals(state) && exitCode == 0 && mayEnd;
    }

    boolean isCalled(String other) {
        return name.equals(other) || service.equals(other);
    }

    /** The check that looks at it. */
    public CheckId check() {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = slug.substring(0, Math.min(LONGEST_SLUG, slug.length()));
        return new CheckId("container-" + cut.replaceAll("-$", ""));
    }
}
