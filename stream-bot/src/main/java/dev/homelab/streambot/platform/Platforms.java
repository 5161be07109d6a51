package dev.homelab.streambot.platform;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All platforms, in the order of the pages. */
@Component
public class Platforms {

    private final List<Platform> all;

    Platforms(List<Platform> all) {
        this.all = List.copyOf(all);
    }

    public List<Platform> all() {
        return all;
    }

    public List<Platform> enabled() {
        return all.stream().filter(platform -> platform.settings().enabled()).toList();
    }

    public Optional<Platform> find(String id) {
        return all.stream().filter(platform -> platform.id().equals(id)).findFirst();
    }

    public Optional<Platform> findEnabled(String id) {
        return find(id).filter(platform -> platform.settings().enabled());
    }

    /** The platform of something that was stored while it was known. */
    public Platform named(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no platform is called '" + id + "'"));
    }
}
