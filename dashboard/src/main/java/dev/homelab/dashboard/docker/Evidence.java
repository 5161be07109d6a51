package dev.homelab.dashboard.docker;

import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Target;
import dev.homelab.dashboard.status.Cause;
import dev.homelab.dashboard.status.IncidentChanged;
import dev.homelab.dashboard.status.IncidentClosed;
import dev.homelab.dashboard.status.IncidentEntry;
import dev.homelab.dashboard.status.IncidentLog;
import dev.homelab.dashboard.status.IncidentMerged;
import dev.homelab.dashboard.status.IncidentOpened;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;

/** Keeps with an incident how the container that is to blame is, and its last lines, before a restart buries them. */
@Component
public class Evidence {

    private static final Logger log = LoggerFactory.getLogger(Evidence.class);
    private static final int LINES = 30;
    private static final int LONGEST = 8000;

    private final Containers containers;
    private final Catalogue catalogue;
    private final IncidentLog incidents;
    private final Clock clock;
    private final Set<Kept> kept = ConcurrentHashMap.newKeySet();
    /** Whatever ends a container may keep Docker busy for a moment. */
    private final RetryTemplate docker = new RetryTemplate(RetryPolicy.builder()
            .includes(RestClientException.class, JacksonException.class)
            .maxRetries(5)
            .delay(Duration.ofSeconds(1))
            .multiplier(2)
            .build());

    Evidence(Containers containers, Catalogue catalogue, IncidentLog incidents, Clock clock) {
        this.containers = containers;
        this.catalogue = catalogue;
        this.incidents = incidents;
        this.clock = clock;
    }

    private record Kept(UUID incident, String container) {}

    @EventListener
    void opened(IncidentOpened opened) {
        keep(opened.incident().id(), opened.incident().causes().stream());
    }

    @EventListener
    void changed(IncidentChanged changed) {
        keep(
                changed.incident().id(),
                changed.incident().causes().stream()
                        .filter(cause -> !changed.before().causes().contains(cause)));
    }

    @EventListener
    void closed(IncidentClosed closed) {
        forget(closed.incident().id());
    }

    @EventListener
    void merged(IncidentMerged merged) {
        forget(merged.ended().id());
    }

    private void forget(UUID incident) {
        kept.removeIf(one -> one.incident().equals(incident));
    }

    private void keep(UUID incident, Stream<Cause> causes) {
        causes.flatMap(cause -> container(cause.check()).stream())
                .filter(container -> kept.add(new Kept(incident, container.name())))
                .forEach(
                        container -> Thread.ofVirtual().name("evidence").start(() -> keep(incident, container.name())));
    }

    /** The one that a check looks at, or in which runs what it asks. */
    private Optional<Container> container(CheckId check) {
        Target target = catalogue.find(check).map(Definition::target).orElse(null);
        if (target instanceof Target.Container named) {
            return containers.named(named.name());
        }
        return containers.all().stream()
                .filter(one -> Counterparts.of(one).filter(check::equals).isPresent())
                .findFirst();
    }

    private void keep(UUID incident, String name) {
        try {
            Optional<Container> found = docker.invoke(() -> containers.look(name));
            if (found.isEmpty()) {
                return;
            }
            Container container = found.get();
            add(incident, name, state(container));
            addText(incident, name, container.complaint());
            addText(incident, name, docker.invoke(() -> containers.lastLines(container, LINES, LONGEST)));
        } catch (RestClientException | JacksonException e) {
            log.warn("Not all of the evidence of {} can be kept: {}", name, e.getMessage());
        }
    }

    private static Said state(Container container) {
        return Said.of(
                container.killedForMemory() ? "container.evidence.memory" : "container.evidence",
                container.stateAndHealth(),
                container.exitCode(),
                container.restarts());
    }

    private void addText(UUID incident, String name, String text) {
        if (!text.isBlank()) {
            add(incident, name, Said.whole("incident.text", text));
        }
    }

    private void add(UUID incident, String name, Said said) {
        incidents.add(incident, new IncidentEntry(clock.instant(), IncidentEntry.Kind.EVIDENCE, name, said));
    }
}
