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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A dashboard with a thousand checks every ten seconds, and a year of their history or a day of it. */
final class ThousandChecks {

    private static final Duration START_WITHIN = Duration.ofMinutes(2);
    private static final Duration PACE = Duration.ofSeconds(10);
    private static final int HANGING = 100;
    private static final int VIEWERS = 200;
    private static final int VISITS = 60;

    private final Path folder;
    private final ServiceApp app;
    private final Console console;

    ThousandChecks(Path root, Console console) {
        this.folder = root.resolve(".local/bench");
        this.app = ServiceApp.of("dashboard", root, folder.resolve("apps"));
        this.console = console;
    }

    /** Milliseconds of the overview, on a desktop and on a phone, and on a desktop of a window of text and of one word. */
    private record Paint(double overview, double phone, double text, double word) {

        @Override
        public String toString() {
            return "first paint %.0f ms, on a phone %.0f ms, of text alone %.0f ms, of a word %.0f ms"
                    .formatted(overview, phone, text, word);
        }
    }

    /** What was seen of one dashboard. */
    private record Seen(
            double firstByte,
            Paint paint,
            long late,
            long lateWhileHanging,
            double cpu,
            long megabytes,
            int told,
            long spread) {}

    String run(boolean quick) {
        int checks = quick ? 200 : 1000;
        Seen day = stage(checks, 1, false, quick);
        console.say("With a day of history: first byte %.1f ms, %s.".formatted(day.firstByte(), day.paint()));
        Seen year = stage(checks, 365, true, quick);
        console.say(
                ("With a year of it: first byte %.1f ms, %s. Lateness p99 %d ms, %d ms while %d of them hang. Of %d viewers %d"
                                + " were told within %d ms of the first.")
                        .formatted(
                                year.firstByte(),
                                year.paint(),
                                year.late(),
                                year.lateWhileHanging(),
                                HANGING,
                                VIEWERS,
                                year.told(),
                                year.spread()));
        return String.format(
                Locale.ROOT,
                "thousand-checks lateness_p99_ms=%d history_ratio=%.2f cpu_percent=%.0f rss_mb=%d first_byte_ms=%.1f"
                        + " first_paint_ms=%.0f phone_paint_ms=%.0f text_paint_ms=%.0f blank_paint_ms=%.0f paint_ratio=%.2f hanging_lateness_p99_ms=%d viewers_told=%d viewers_spread_ms=%d",
                year.late(),
                year.firstByte() / day.firstByte(),
                year.cpu(),
                year.megabytes(),
                year.firstByte(),
                year.paint().overview(),
                year.paint().phone(),
                year.paint().text(),
                year.paint().word(),
                year.paint().overview() / day.paint().overview(),
                year.lateWhileHanging(),
                year.told(),
                year.spread());
    }

    private Seen stage(int checks, int days, boolean whole, boolean quick) {
        try (Shutdown shutdown = Shutdown.atExit(console);
                Targets targets = new Targets()) {
            app.unpack();
            Path data = Files.createTempDirectory(folder, "run");
            shutdown.add(() -> Folders.delete(data));
            PostgresServer postgres = shutdown.add(PostgresServer.start(data.resolve("postgres"), Ports.free()));
            Database.create(postgres.address(), "dashboard");
            int port = Ports.free();
            Map<String, String> settings = settings(postgres, port, data, targets, checks);
            start(shutdown, settings, port).close();
            gather(postgres, checks, days);
            ChildProcess dashboard = start(shutdown, settings, port);
            return look(dashboard, port, targets, whole, quick);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChildProcess start(Shutdown shutdown, Map<String, String> settings, int port) {
        ChildProcess dashboard =
                shutdown.add(ChildProcess.start("dashboard", app.command(), settings, folder.resolve("dashboard.log")));
        dashboard.awaitReady(() -> Ports.answers(port), START_WITHIN);
        return dashboard;
    }

    private static Map<String, String> settings(
            PostgresServer postgres, int port, Path data, Targets targets, int checks) throws IOException {
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

    private Seen look(ChildProcess dashboard, int port, Targets targets, boolean whole, boolean quick) {
        pause(Duration.ofSeconds(quick ? 12 : 25));
        AdminBrowser browser = new AdminBrowser(port);
        double firstByte = firstByte(browser);
        Paint paint = firstPaint(port);
        if (!whole) {
            return new Seen(firstByte, paint, 0, 0, 0, 0, 0, 0);
        }
        Duration span = Duration.ofSeconds(quick ? 21 : 61);
        double before = cpuSeconds(dashboard);
        targets.forget();
        pause(span);
        double cpu = 100 * (cpuSeconds(dashboard) - before) / span.toSeconds();
        long late = new Percentiles(targets.lateness(PACE, 0)).at(99);
        targets.hang(HANGING);
        pause(PACE);
        targets.forget();
        pause(span);
        long hanging = new Percentiles(targets.lateness(PACE, HANGING)).at(99);
        targets.hang(0);
        Viewers viewers = new Viewers(browser, VIEWERS, "data-check=\"load-150\" data-health=\"down\"");
        pause(Duration.ofSeconds(5));
        targets.fail(150);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (viewers.told() < VIEWERS && System.nanoTime() < end) {
            pause(Duration.ofMillis(100));
        }
        return new Seen(
                firstByte,
                paint,
                late,
                hanging,
                cpu,
                megabytes(dashboard),
                viewers.told(),
                viewers.spread().toMillis());
    }

    /** The median of many visits, after as many to warm up. */
    private static double firstByte(AdminBrowser browser) {
        IntStream.range(0, VISITS).forEach(_ -> browser.firstByte("/"));
        double[] sorted = IntStream.range(0, VISITS)
                .mapToDouble(_ -> browser.firstByte("/"))
                .sorted()
                .toArray();
        return sorted[VISITS / 2];
    }

    private static Paint firstPaint(int port) {
        try (FirstPaint admin = new FirstPaint(port);
                PlainPages plain = new PlainPages()) {
            return new Paint(
                    admin.ofOverview(), admin.ofOverviewOnPhone(), admin.of(plain.text()), admin.of(plain.word()));
        }
    }

    private static double cpuSeconds(ChildProcess process) {
        return process.handle().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    private static long megabytes(ChildProcess process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
