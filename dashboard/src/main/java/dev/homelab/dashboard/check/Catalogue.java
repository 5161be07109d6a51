package dev.homelab.dashboard.check;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** All checks: our own first, then those of the file and of the page; of two with one id the earlier stays. */
@Component
public class Catalogue {

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
        if (!fresh.equals(all)) {
            all = Collections.unmodifiableMap(fresh);
            events.publishEvent(new CatalogueChanged());
        }
    }
}
