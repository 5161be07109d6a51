package dev.homelab.dashboard.docker;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.DefinitionSource;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Owner;
import dev.homelab.dashboard.check.Pace;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.check.Target;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A check for each container of the project, and for those that people name. */
@Component
@Order(0)
class ContainerChecks implements DefinitionSource, Prober<Target.Container> {

    private final Containers containers;

    ContainerChecks(Containers containers) {
        this.containers = containers;
    }

    @Override
    public List<Definition> definitions() {
        return containers.all().stream().flatMap(ContainerChecks::definition).toList();
    }

    private static Stream<Definition> definition(Container container) {
        try {
            String slug = container.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            return Stream.of(new Definition(
                    new CheckId("container-" + slug.substring(0, Math.min(48, slug.length()))),
                    container.service(),
                    "containers",
                    new Target.Container(container.name()),
                    Pace.of(Duration.ofSeconds(10), Duration.ofSeconds(5)),
                    Set.of(),
                    Severity.WARNING,
                    false,
                    Owner.SYSTEM));
        } catch (InvalidCheck e) {
            return Stream.empty();
        }
    }

    @Override
    public Class<Target.Container> kind() {
        return Target.Container.class;
    }

    @Override
    public Finding ask(Target.Container target, Duration atMost) {
        if (containers.problem().isPresent()) {
            return Finding.unknown("container.untold");
        }
        Optional<Container> found = containers.named(target.name());
        return found.map(ContainerChecks::judged).orElseGet(() -> Finding.down("container.none", target.name()));
    }

    private static Finding judged(Container container) {
        if (container.isWell()) {
            return Finding.up("container.up", container.restarts());
        }
        if (container.killedForMemory()) {
            return Finding.down("container.memory");
        }
        return "running".equals(container.state())
                ? Finding.down("container.unhealthy")
                : Finding.down("container.ended", container.state(), container.exitCode());
    }
}
