package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Part;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The state of every part now. */
@Component
public class Board {

    private final Clock clock;
    private final ApplicationEventPublisher events;
    private volatile Map<Part, PartStatus> statuses;

    Board(Clock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
        this.statuses = diagnose(Diagnosis.of(List.of()), Map.of(), clock.instant());
    }

    /** In the order of {@link Part}. */
    public List<PartStatus> parts() {
        return List.copyOf(statuses.values());
    }

    /** One sentence for the top of the page. */
    public Headline headline() {
        return Headline.of(parts());
    }

    void update(List<Finding> findings) {
        Map<Part, PartStatus> before = statuses;
        Map<Part, PartStatus> after = diagnose(Diagnosis.of(findings), before, clock.instant());
        statuses = after;
        after.values().stream()
                .filter(status -> {
                    PartStatus old = before.get(status.part());
                    return old == null || !status.hasSameHealth(old);
                })
                .forEach(status -> events.publishEvent(new PartChanged(status)));
    }

    private static Map<Part, PartStatus> diagnose(Diagnosis diagnosis, Map<Part, PartStatus> before, Instant now) {
        Map<Part, PartStatus> after = new EnumMap<>(Part.class);
        Arrays.stream(Part.values()).forEach(part -> after.put(part, status(part, diagnosis, before, now)));
        return after;
    }

    private static PartStatus status(Part part, Diagnosis diagnosis, Map<Part, PartStatus> before, Instant now) {
        PartStatus status = new PartStatus(part, diagnosis.health(part), diagnosis.detail(part), now);
        PartStatus old = before.get(part);
        return old != null && old.hasSameHealth(status)
                ? new PartStatus(part, status.health(), status.detail(), old.since())
                : status;
    }
}
