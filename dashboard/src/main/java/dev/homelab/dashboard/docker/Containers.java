package dev.homelab.dashboard.docker;

import dev.homelab.dashboard.check.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The containers as they were ten seconds ago at most; when others have come, their checks begin. */
@Component
public class Containers {

    private static final Logger log = LoggerFactory.getLogger(Containers.class);

    /** Docker takes a second or two for the figures of one, so some are asked for at once. */
    private static final int AT_ONCE = 4;

    private final DockerEngine engine;
    private final DockerSettings settings;
    private final Catalogue catalogue;
    private volatile List<Container> all = List.of();
    private volatile Map<String, Figures> figures = Map.of();
    private volatile @Nullable String problem;
    private volatile boolean read;

    Containers(DockerEngine engine, DockerSettings settings, @Lazy Catalogue catalogue) {
        this.engine = engine;
        this.settings = settings;
        this.catalogue = catalogue;
    }

    public List<Container> all() {
        return all;
    }

    /** By its own name or that of its service. */
    public Optional<Container> named(String name) {
        return all.stream().filter(one -> one.isCalled(name)).findFirst();
    }

    public Figures figures(Container container) {
        return figures.getOrDefault(container.id(), Figures.NONE);
    }

    /** Why Docker does not answer; empty when it does. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Whether Docker has told once which there are. */
    boolean areKnown() {
        return read;
    }

    /**
     * A container as it is now; empty where the project has none of that name.
     *
     * @throws RestClientException where Docker does not answer
     */
    public Optional<Container> look(String name) {
        return named(name).flatMap(known -> inspected(known.name()));
    }

    /**
     * The last lines that it has written, masked.
     *
     * @throws RestClientException where Docker does not answer
     */
    public String lastLines(Container container, int lines, int longest) {
        return LogLines.masked(engine.log(container.id(), lines), longest);
    }

    /**
     * A container from close up: as it is now with its last lines, or as it was last and why Docker does not tell more.
     *
     * @param container null where Docker does not answer and did not tell of it before
     */
    public record Closeup(
            @Nullable Container container,
            String lines,
            @Nullable String problem) {}

    /** Empty where the project has no container of that name. */
    public Optional<Closeup> closeup(String name, int lines, int longest) {
        try {
            return look(name)
                    .map(one -> new Closeup(one, lastLines(one, lines, longest), null))
                    .or(() -> problem().map(why -> new Closeup(null, "", why)));
        } catch (RestClientException | JacksonException e) {
            return Optional.of(new Closeup(named(name).orElse(null), "", String.valueOf(e.getMessage())));
        }
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
                inspected(one.path("Id").asString("")).ifPresent(fresh::add);
            }
            fresh.sort(Comparator.comparing(Container::service).thenComparing(Container::name));
            all = List.copyOf(fresh);
            problem = null;
            read = true;
            if (!before.equals(fresh.stream().map(Container::name).toList())) {
                catalogue.reload();
            }
        } catch (RestClientException | JacksonException e) {
            problem = String.valueOf(e.getMessage());
            log.debug("Docker does not tell its containers", e);
        }
    }

    /** Empty for one that has gone since it was listed. */
    private Optional<Container> inspected(String id) {
        try {
            return Optional.of(Container.of(engine.inspect(id)));
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        }
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 10_000)
    void measureAnew() {
        Map<String, Figures> fresh = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("figures-", 0).factory())) {
            all.stream().filter(Container::isRunning).forEach(one -> threads.execute(() -> measure(one, fresh)));
        }
        figures = Map.copyOf(fresh);
    }

    private void measure(Container container, Map<String, Figures> fresh) {
        try {
            fresh.put(container.id(), Figures.of(engine.stats(container.id())));
        } catch (RestClientException | JacksonException e) {
            log.debug("Docker does not tell what {} uses", container.name(), e);
        }
    }
}
