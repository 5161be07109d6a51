package dev.homelab.dashboard.docker;

import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.status.Cause;
import dev.homelab.dashboard.status.IncidentEntry;
import dev.homelab.dashboard.status.IncidentLog;
import dev.homelab.dashboard.status.IncidentOpened;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Keeps with an incident the last lines of the container that is to blame, before a restart buries them. */
@Component
public class Evidence {

    private static final Logger log = LoggerFactory.getLogger(Evidence.class);
    private static final int LINES = 30;
    private static final int LONGEST = 8000;
    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:password|passwd|secret|token|authorization|bearer|api[-_]?key|keyset)[\\w\"'-]*\\s*[=: ]\\s*)(?:(?:bearer|basic)\\s+)?(\"[^\"]*\"|\\S+)");
    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^/\\s:@]*:)[^@\\s/]+@");

    private final Containers containers;
    private final DockerEngine engine;
    private final IncidentLog incidents;
    private final Clock clock;

    Evidence(Containers containers, DockerEngine engine, IncidentLog incidents, Clock clock) {
        this.containers = containers;
        this.engine = engine;
        this.incidents = incidents;
        this.clock = clock;
    }

    @EventListener
    void opened(IncidentOpened opened) {
        opened.incident()
                .causes()
                .forEach(cause -> container(cause)
                        .ifPresent(container -> Thread.ofVirtual()
                                .name("evidence")
                                .start(() -> keep(opened.incident().id(), container))));
    }

    private Optional<Container> container(Cause cause) {
        String check = cause.check().value();
        return containers.all().stream()
                .filter(one -> one.service().equals(check)
                        || one.service().equals("homelab-" + check)
                        || check.equals("container-" + one.name().replaceAll("[^a-z0-9]+", "-")))
                .findFirst();
    }

    private void keep(UUID incident, Container container) {
        try {
            String lines = masked(engine.log(container.id(), LINES));
            incidents.add(
                    incident,
                    new IncidentEntry(
                            clock.instant(),
                            IncidentEntry.Kind.EVIDENCE,
                            container.name(),
                            Said.whole("incident.text", lines)));
        } catch (RestClientException e) {
            log.warn("The last lines of {} cannot be kept: {}", container.name(), e.getMessage());
        }
    }

    /** Without what looks like a secret, and without letters that only a terminal understands. */
    static String masked(String lines) {
        String shown = lines.replaceAll("\\u001B\\[[;\\d]*m", "").replace("\0", "");
        String cut = shown.length() <= LONGEST ? shown : shown.substring(shown.length() - LONGEST);
        return IN_ADDRESS.matcher(SECRET.matcher(cut).replaceAll("$1***")).replaceAll("$1***@");
    }
}
