package dev.homelab.bench;

import dev.homelab.local.demo.Console;
import dev.homelab.local.demo.ServiceApp;
import dev.homelab.local.demo.Shutdown;
import dev.homelab.local.server.ChildProcess;
import dev.homelab.local.server.Ports;
import dev.homelab.local.server.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL for the stream-bot or for what it is compared with, and as many of their processes as are wanted. */
final class StreamStages {

    private static final Duration START_WITHIN = Duration.ofMinutes(2);

    /** A database, and what ends with it. */
    record Stage(PostgresServer postgres, String name, Database database, Path folder, Shutdown shutdown)
            implements AutoCloseable {

        @Override
        public void close() {
            shutdown.close();
        }
    }

    /** One process that answers. */
    record Running(int port, ProcessHandle process) {}

    private final Path folder;
    private final ServiceApp app;
    private final Console console;

    StreamStages(Path root, Console console) {
        this.folder = root.resolve(".local/bench");
        this.app = ServiceApp.of("stream-bot", root, folder.resolve("apps"));
        this.console = console;
    }

    /** @param name of the database */
    Stage open(String name) {
        Shutdown shutdown = Shutdown.atExit(console);
        try {
            app.unpack();
            Path data = Files.createTempDirectory(folder, "run");
            shutdown.add(() -> Folders.delete(data));
            PostgresServer postgres =
                    shutdown.add(PostgresServer.start(data.resolve("postgres"), Ports.free(), Database.COUNTING));
            Database.create(postgres.address(), name);
            return new Stage(postgres, name, shutdown.add(Database.open(postgres.address(), name)), folder, shutdown);
        } catch (IOException e) {
            shutdown.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Starts so many instances of the stream-bot; returns their ports when all answer. */
    List<Integer> start(Stage stage, int instances, Map<String, String> settings) {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            ports.add(startAt(stage, Ports.free(), settings).port());
        }
        return ports;
    }

    /** Starts the stream-bot at a port, without Redis. */
    Running startAt(Stage stage, int port, Map<String, String> settings) {
        Map<String, String> environment =
                new HashMap<>(Database.settings("STREAM_BOT", stage.postgres().address(), stage.name()));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("REDIS_URL", "redis://127.0.0.1:1");
        environment.put("STREAM_BOT_PORT", Integer.toString(port));
        environment.putAll(settings);
        return start(stage, "stream-bot", app.command(), environment, port);
    }

    /** Starts a class of this module, with the flags that the services have. */
    Running startPlain(Stage stage, Class<?> main, Map<String, String> settings) {
        List<String> command = new ArrayList<>(app.command());
        command.subList(command.indexOf("-jar"), command.size()).clear();
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", Integer.toString(port));
        return start(stage, "plain", command, environment, port);
    }

    private static Running start(
            Stage stage, String log, List<String> command, Map<String, String> environment, int port) {
        ChildProcess process = stage.shutdown()
                .add(ChildProcess.start(
                        log, command, environment, stage.folder().resolve(log + ".log")));
        process.awaitReady(() -> Ports.answers(port), START_WITHIN);
        return new Running(port, process.handle());
    }
}
