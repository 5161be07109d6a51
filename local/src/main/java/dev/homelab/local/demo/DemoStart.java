package dev.homelab.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Starts everything, as much of it side by side as two cores allow. */
record DemoStart(Path projectRoot, Map<String, String> own, Console console, Shutdown shutdown) {

    DemoSystem start(Path folderPath, boolean fresh) {
        long begun = System.nanoTime();
        DemoPorts ports = DemoPorts.from(own);
        DemoFolder folder = shutdown.add(DemoFolder.open(folderPath, fresh));
        ports.requireFree();
        DemoSecrets secrets = DemoSecrets.in(folder.secrets());
        boolean backsUp = PgDump.isThere(own);
        if (!backsUp) {
            console.say(PgDump.MISSING);
        }
        DemoEnvironment environment = new DemoEnvironment(own, ports, secrets, folder, backsUp);
        try {
            World world = World.start(ports, folder, secrets, shutdown, apps(folder, backsUp));
            List<SupervisedService> services = services(world, folder, environment, ports);
            services.parallelStream().forEach(SupervisedService::awaitReady);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return new DemoSystem(ports, environment, world, services, folder, took);
        } catch (CompletionException e) {
            throw problem(e);
        }
    }

    private List<ServiceApp> apps(DemoFolder folder, boolean backsUp) {
        return Stream.of("discord-bot", "stream-bot", "dashboard", "backup")
                .filter(name -> backsUp || !name.equals("backup"))
                .map(name -> ServiceApp.of(name, projectRoot, folder.apps()))
                .toList();
    }

    private List<SupervisedService> services(
            World world, DemoFolder folder, DemoEnvironment environment, DemoPorts ports) {
        Leftovers processes = new Leftovers(folder.processList());
        return apps(folder, environment.backsUp()).stream()
                .map(app -> shutdown.add(new SupervisedService(
                        app,
                        ports.of(app.name()),
                        environment.of(app.name(), world),
                        folder.logs(),
                        processes::writeDown,
                        shutdown::isOver,
                        console)))
                .toList();
    }

    private static DemoProblem problem(CompletionException failure) {
        Throwable cause = failure.getCause();
        return cause instanceof DemoProblem problem
                ? problem
                : new DemoProblem("The demo did not start: " + (cause == null ? failure : cause).getMessage());
    }
}
