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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A dashboard that looks at many targets every ten seconds and has so many days of their history, with a PostgreSQL of its own. */
final class WatchingDashboard implements AutoCloseable {

    static final Duration PACE = Duration.ofSeconds(10);

    private static final Duration START_WITHIN = Duration.ofMinutes(2);

    private final Path folder;
    private final ServiceApp app;
    private final Console console;
    private final Shutdown shutdown;
    private final Targets targets;
    private final int port = Ports.free();
    private final ChildProcess process;

    /** @param folder that of all benchmarks */
    WatchingDashboard(Path folder, ServiceApp app, Console console, int checks, int days) {
        this.folder = folder;
        this.app = app;
        this.console = console;
        this.shutdown = Shutdown.atExit(console);
        this.targets = new Targets();
        shutdown.add(targets);
        try {
            Path data = Files.createTempDirectory(folder, "run");
            shutdown.add(() -> Folders.delete(data));
            PostgresServer postgres = shutdown.add(PostgresServer.start(data.resolve("postgres"), Ports.free()));
            Database.create(postgres.address(), "dashboard");
            Map<String, String> settings = settings(postgres, data, checks);
            start(settings).close();
            gather(postgres, checks, days);
            this.process = start(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    Targets targets() {
        return targets;
    }

    /** Stands still until it is woken, so that another has the machine for itself. */
    void sleep() {
        signal("-STOP");
    }

    void wake() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    double cpuSeconds() {
        return process.handle().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    long megabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        wake();
        shutdown.close();
    }

    private ChildProcess start(Map<String, String> settings) {
        ChildProcess dashboard =
                shutdown.add(ChildProcess.start("dashboard", app.command(), settings, folder.resolve("dashboard.log")));
        dashboard.awaitReady(() -> Ports.answers(port), START_WITHIN);
        return dashboard;
    }

    private Map<String, String> settings(PostgresServer postgres, Path data, int checks) throws IOException {
        Path file = data.resolve("checks.json");
        Files.writeString(
                file,
                IntStream.range(0, checks)
                        .mapToObj(number -> """
                                {"id":"load-%d","title":"Load %d","group":"load","every":%d,"timeoutMillis":2000,
                                 "target":{"kind":"http","url":"%s","statuses":[],"contains":"","jsonPath":"","equal":"",
                                           "slowMillis":0,"certificateDays":0}}""".formatted(number, number, PACE.toSeconds(), targets.at(number)))
                        .collect(Collectors.joining(",", "[", "]")));
        Map<String, String> settings = new HashMap<>(Database.settings("DASHBOARD", postgres.address(), "dashboard"));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("DASHBOARD_PORT", Integer.toString(port));
        settings.put("CHECKS_FILE", file.toString());
        settings.put("ADMIN_PASSWORD", AdminBrowser.PASSWORD);
        settings.put("INTERNAL_TOKEN_DASHBOARD", "0123456789abcdef0123456789abcdef");
        settings.put("REDIS_URL", "redis://127.0.0.1:1");
        settings.put("CHECK_EVERY", "1h");
        return settings;
    }

    /** By the day as far as wanted, by the hour for as long, by the minute for a day. */
    private void gather(PostgresServer postgres, int checks, int days) {
        long start = System.nanoTime();
        try (Database database = Database.open(postgres.address(), "dashboard")) {
            database.run("INSERT INTO watched (slug) SELECT 'load-' || n FROM generate_series(0, " + (checks - 1)
                    + ") n ON CONFLICT DO NOTHING");
            for (List<String> table : List.of(
                    List.of("day", days + " days"), List.of("hour", days + " days"), List.of("minute", "1 day"))) {
                String unit = table.getFirst();
                database.run("""
                        INSERT INTO look_%s
                        SELECT w.id, t.at, 3500000, 50000, 50000, 0, 0, 360, 3600, 40 FROM watched w,
                            generate_series(date_trunc('%s', now(), 'UTC') - interval '%s', now(), interval '1 %s') AS t(at)
                        WHERE w.slug LIKE 'load-%%' ON CONFLICT DO NOTHING""".formatted(unit, unit, table.getLast(), unit));
            }
            // A year in a minute and a half leaves PostgreSQL work that a year in a year does not.
            database.run("VACUUM (ANALYZE)");
            database.run("CHECKPOINT");
        }
        console.say("Gathered %d day(s) of %d checks in %d s."
                .formatted(days, checks, (System.nanoTime() - start) / 1_000_000_000));
    }
}
