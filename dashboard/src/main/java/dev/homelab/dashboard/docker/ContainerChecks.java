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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A check for each container of the project, and for those that people name. */
@Component
@Order(0)
class ContainerChecks implements DefinitionSource, Prober<Target.Container> {

    private static final int LONGEST_TITLE = 80;

    private final Containers containers;
    private final Restarts restarts;

    ContainerChecks(Containers containers, Restarts restarts) {
        this.containers = containers;
        this.restarts = restarts;
    }

    @Override
    public List<Definition> definitions() {
        restarts.forgetAllBut(containers.all());
        return containers.all().stream().flatMap(ContainerChecks::definition).toList();
    }

    /** It needs our check of what runs in it, so that what both find is one trouble, named after what people use. */
    private static Stream<Definition> definition(Container container) {
        try {
            String name = container.name();
            return Stream.of(new Definition(
                    container.check(),
                    name.substring(0, Math.min(LONGEST_TITLE, name.length())),
                    "containers",
                    new Target.Container(name),
                    Pace.of(Duration.ofSeconds(5), Duration.ofSeconds(3)),
                    Counterparts.of(container).<Set<CheckId>>map(Set::of).orElse(Set.of()),
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

    /**
     * One that goes while the list still has it may have been taken away; the list tells soon. A Docker that hangs says nothing
     * of a container, so it is given up before the look would count as failed.
     */
    @Override
    public Finding ask(Target.Container target, Duration atMost) throws InterruptedException {
        if (!containers.areKnown()) {
            return Finding.unknown("container.untold");
        }
        FutureTask<Optional<Container>> look = new FutureTask<>(() -> containers.look(target.name()));
        Thread.ofVirtual().name("look").start(look);
        try {
            Optional<Container> seen = look.get(atMost.toMillis() * 4 / 5, TimeUnit.MILLISECONDS);
            return seen.map(this::judged).orElseGet(() -> notThere(target.name()));
        } catch (ExecutionException | TimeoutException e) {
            return Finding.unknown("container.untold");
        } finally {
            look.cancel(true);
        }
    }

    private Finding notThere(String name) {
        return containers.named(name).isPresent()
                ? Finding.unknown("container.none", name)
                : Finding.down("container.none", name);
    }

    private Finding judged(Container container) {
        boolean loops = restarts.areTooMany(container) && container.isRunning();
        return switch (container.condition()) {
            case UP -> loops ? Finding.degraded("container.loops", Restarts.OF_LATE.toMinutes()) : fine(container);
            case UNKNOWN -> Finding.unknown("container.created");
            case DOWN, DEGRADED -> failed(container);
        };
    }

    private static Finding fine(Container container) {
        return container.hasDoneItsWork()
                ? Finding.up("container.done")
                : Finding.up("container.up", container.restarts());
    }

    private static Finding failed(Container container) {
        if (container.killedForMemory()) {
            return Finding.down("container.memory");
        }
        return container.isRunning()
                ? Finding.down("container.unhealthy")
                : Finding.down("container.ended", container.state(), container.exitCode());
    }
}
