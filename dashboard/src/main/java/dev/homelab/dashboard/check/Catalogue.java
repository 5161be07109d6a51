package dev.homelab.dashboard.check;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** All checks: our own first, then those of the file and of the page; of two with one id the earlier stays. */
@Component
public class Catalogue {

    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

    private final List<DefinitionSource> sources;
    private final ApplicationEventPublisher events;
    private volatile Map<CheckId, Definition> all = Map.of();

    Catalogue(List<DefinitionSource> sources, ApplicationEventPublisher events) {
        this.sources = sources;
        this.events = events;
    }

    public Collection<Definition> all() {
        return all.values();
    }

    public Optional<Definition> find(CheckId id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Asks the sources again; whoever watches hears of it before this returns. */
    public synchronized void reload() {
        Map<CheckId, Definition> fresh = new LinkedHashMap<>();
        sources.stream()
                .flatMap(source -> source.definitions().stream())
                .forEach(definition -> fresh.putIfAbsent(definition.id(), definition));
        fresh.replaceAll((_, definition) -> outOfCircles(definition, fresh));
        if (!fresh.equals(all)) {
            all = Collections.unmodifiableMap(fresh);
            events.publishEvent(new CatalogueChanged());
        }
    }

    /** A file that has changed since may close a circle with a check of the page, which needs nothing from then on. */
    private static Definition outOfCircles(Definition definition, Map<CheckId, Definition> known) {
        if (definition.owner() != Owner.PAGE) {
            return definition;
        }
        try {
            Circles.refuse(definition, id -> Optional.ofNullable(known.get(id)));
            return definition;
        } catch (InvalidCheck circle) {
            log.warn("{} needs what needs it, and is taken to need nothing", definition.id());
            return definition.needingNothing();
        }
    }
}
