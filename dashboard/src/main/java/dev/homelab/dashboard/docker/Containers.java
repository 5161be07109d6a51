package dev.homelab.dashboard.docker;

import dev.homelab.dashboard.check.Catalogue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The containers as they were ten seconds ago at most; when others have come, their checks begin. */
@Component
public class Containers {

    private static final Logger log = LoggerFactory.getLogger(Containers.class);
    private static final double HUNDRED = 100;

    private final DockerEngine engine;
    private final DockerSettings settings;
    private final Catalogue catalogue;
    private volatile List<Container> all = List.of();
    private volatile @Nullable String problem;

    Containers(DockerEngine engine, DockerSettings settings, @Lazy Catalogue catalogue) {
        this.engine = engine;
        this.settings = settings;
        this.catalogue = catalogue;
    }

    public List<Container> all() {
        return all;
    }

    public Optional<Container> named(String name) {
        return all.stream()
                .filter(one -> one.name().equals(name) || one.service().equals(name))
                .findFirst();
    }

    /** Why Docker does not answer; empty when it does. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Scheduled(fixedDelay = 10_000)
    void readAnew() {
        if (!settings.isConnected()) {
            return;
        }
        try {
            List<String> before = all.stream().map(Container::name).toList();
            List<Container> fresh = new ArrayList<>();
            for (JsonNode one : engine.containers()) {
                fresh.add(container(one));
            }
            all = List.copyOf(fresh);
            problem = null;
            if (!before.equals(fresh.stream().map(Container::name).toList())) {
                catalogue.reload();
            }
        } catch (RestClientException | JacksonException e) {
            problem = String.valueOf(e.getMessage());
            log.debug("Docker does not tell its containers", e);
        }
    }

    private Container container(JsonNode listed) {
        String id = listed.path("Id").asString("");
        JsonNode whole = engine.inspect(id);
        JsonNode state = whole.path("State");
        boolean runs = state.path("Running").asBoolean(false);
        JsonNode stats = runs ? engine.stats(id) : whole.path("none");
        String name = whole.path("Name").asString("").replaceFirst("^/", "");
        JsonNode labels = whole.path("Config").path("Labels");
        return new Container(
                id,
                name,
                labels.path("com.docker.compose.service").asString(name),
                whole.path("Config").path("Image").asString(""),
                state.path("Status").asString("unknown"),
                state.path("Health").path("Status").asString(""),
                whole.path("RestartCount").asInt(0),
                state.path("ExitCode").asInt(0),
                state.path("OOMKilled").asBoolean(false),
                instant(state.path("StartedAt").asString("")),
                cpu(stats),
                number(stats.path("memory_stats").path("usage")),
                limit(whole));
    }

    /** As {@code docker stats} counts it, from the two samples of one answer. */
    private static @Nullable Double cpu(JsonNode stats) {
        JsonNode now = stats.path("cpu_stats");
        JsonNode before = stats.path("precpu_stats");
        double used = now.path("cpu_usage").path("total_usage").asDouble(0)
                - before.path("cpu_usage").path("total_usage").asDouble(0);
        double passed = now.path("system_cpu_usage").asDouble(0)
                - before.path("system_cpu_usage").asDouble(0);
        double processors = now.path("online_cpus").asDouble(1);
        return passed <= 0 || used < 0 ? null : (Double) (used / passed * processors * HUNDRED);
    }

    private static @Nullable Long number(JsonNode node) {
        return node.isNumber() ? (Long) node.asLong() : null;
    }

    private static @Nullable Long limit(JsonNode whole) {
        long limit = whole.path("HostConfig").path("Memory").asLong(0);
        return limit == 0 ? null : (Long) limit;
    }

    private static @Nullable Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            return at.isBefore(Instant.EPOCH) ? null : at;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
