package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.check.CatalogueChanged;
import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Look;
import dev.homelab.dashboard.check.LookListener;
import dev.homelab.dashboard.check.LookWanted;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The state of every check now. */
@Component
public class Board implements LookListener {

    private final Catalogue catalogue;
    private final Pauses pauses;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Map<CheckId, Standing> standings = new LinkedHashMap<>();

    /** Those that others need: few, so that most looks need not ask who waits for them. */
    private final Set<CheckId> needed = new HashSet<>();

    private final AtomicLong version = new AtomicLong();
    private final Diagnosis diagnosis = new Diagnosis(standings);

    Board(Catalogue catalogue, Pauses pauses, Clock clock, ApplicationEventPublisher events) {
        this.catalogue = catalogue;
        this.pauses = pauses;
        this.clock = clock;
        this.events = events;
    }

    public synchronized Picture picture() {
        Instant now = clock.instant();
        return new Picture(
                now,
                standings.values().stream()
                        .map(standing -> status(standing, now))
                        .toList());
    }

    /** Rises with each look, so that who draws the board need not do so twice for nothing. */
    public long version() {
        return version.get();
    }

    private CheckStatus status(Standing standing, Instant now) {
        CheckId id = standing.definition().id();
        return new CheckStatus(
                standing.definition(),
                standing.health(),
                standing.since(),
                standing.finding(),
                standing.looked(),
                standing.took(),
                diagnosis.causes(id),
                diagnosis.unsettled(id).isEmpty(),
                pauses.isPaused(id, now));
    }

    @EventListener(CatalogueChanged.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    synchronized void takeOver() {
        Map<CheckId, Standing> before = Map.copyOf(standings);
        standings.clear();
        needed.clear();
        for (Definition definition : catalogue.all()) {
            Standing known = before.get(definition.id());
            standings.put(
                    definition.id(),
                    known != null && known.definition().target().equals(definition.target())
                            ? known.of(definition)
                            : Standing.unseen(definition, clock.instant()));
            needed.addAll(definition.needs());
        }
        rethink();
    }

    @Override
    public synchronized void looked(Definition definition, Look look) {
        Standing before = standings.get(look.check());
        if (before == null) {
            return;
        }
        Standing after = before.after(look);
        standings.put(look.check(), after);
        version.incrementAndGet();
        boolean paused = pauses.isPaused(look.check(), look.at());
        events.publishEvent(new Believed(definition, look, after.health(), paused));
        if (!after.agreesWith(before)) {
            if (after.health() == Health.UP) {
                lookAtThoseThatNeeded(look.check());
            }
            rethink();
        } else if (isWaitedFor(look.check())) {
            events.publishEvent(new BoardChanged(picture()));
        }
    }

    /** What was only waiting for it can be up again as well. */
    private void lookAtThoseThatNeeded(CheckId risen) {
        standings.values().stream()
                .filter(standing -> standing.health() != Health.UP
                        && standing.definition().needs().contains(risen))
                .forEach(standing ->
                        events.publishEvent(new LookWanted(standing.definition().id())));
    }

    /** What else fails may have waited for just this look. */
    private boolean isWaitedFor(CheckId looked) {
        return needed.contains(looked)
                && standings.values().stream()
                        .anyMatch(standing -> standing.isFailing()
                                && standing.definition().needs().contains(looked));
    }

    private void rethink() {
        standings.keySet().stream()
                .map(diagnosis::unsettled)
                .flatMap(Set::stream)
                .distinct()
                .forEach(check -> events.publishEvent(new LookWanted(check)));
        events.publishEvent(new BoardChanged(picture()));
    }
}
