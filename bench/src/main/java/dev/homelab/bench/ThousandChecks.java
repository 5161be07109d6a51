package dev.homelab.bench;

import dev.homelab.local.demo.Console;
import dev.homelab.local.demo.ServiceApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** A dashboard with a thousand checks every ten seconds, and a year of their history or a day of it. */
final class ThousandChecks {

    private static final int HANGING = 100;
    private static final int VIEWERS = 200;

    /** Within it a dashboard that slept has made up for its looks. */
    private static final Duration AWAKE = Duration.ofSeconds(6);

    private final Path folder;
    private final ServiceApp app;
    private final Console console;

    ThousandChecks(Path root, Console console) {
        this.folder = root.resolve(".local/bench");
        this.app = ServiceApp.of("dashboard", root, folder.resolve("apps"));
        this.console = console;
    }

    /** What was seen of a dashboard at work. */
    private record Work(
            long late, long lateWhileHanging, long missed, double cpu, long megabytes, int told, long toldWithin) {}

    String run(boolean quick) {
        int checks = quick ? 200 : 1000;
        app.unpack();
        try (WatchingDashboard year = new WatchingDashboard(folder, app, console, checks, 365)) {
            OverviewVisits ofDay;
            OverviewVisits ofYear;
            try (WatchingDashboard day = new WatchingDashboard(folder, app, console, checks, 1);
                    OverviewVisits dayVisits = new OverviewVisits(day.port());
                    OverviewVisits yearVisits = new OverviewVisits(year.port())) {
                pause(Duration.ofSeconds(quick ? 12 : 25));
                inTurns(day, dayVisits, year, yearVisits, quick);
                ofDay = dayVisits;
                ofYear = yearVisits;
            }
            console.say("With a day of history: %s. With a year of it: %s.".formatted(ofDay, ofYear));
            Work work = work(year, checks, quick);
            console.say(
                    "Lateness p99 %d ms, %d ms while %d hang; %d looks did not come. Of %d viewers %d were told within %d ms of the second failure."
                            .formatted(
                                    work.late(),
                                    work.lateWhileHanging(),
                                    HANGING,
                                    work.missed(),
                                    VIEWERS,
                                    work.told(),
                                    work.toldWithin()));
            return line(ofDay, ofYear, work);
        }
    }

    private static String line(OverviewVisits day, OverviewVisits year, Work work) {
        return String.format(
                Locale.ROOT,
                "thousand-checks lateness_p99_ms=%d history_ratio=%.2f cpu_percent=%.0f rss_mb=%d first_byte_ms=%.1f"
                        + " first_paint_ms=%.0f phone_paint_ms=%.0f text_paint_ms=%.0f blank_paint_ms=%.0f paint_ratio=%.2f hanging_lateness_p99_ms=%d missed_looks=%d viewers_told=%d viewers_within_ms=%d",
                work.late(),
                year.firstByte() / day.firstByte(),
                work.cpu(),
                work.megabytes(),
                year.firstByte(),
                year.desktop(),
                year.phone(),
                year.text(),
                year.word(),
                year.desktop() / day.desktop(),
                work.lateWhileHanging(),
                work.missed(),
                work.told(),
                work.toldWithin());
    }

    /** One after the other and over again, as a machine's speed changes within minutes; whoever is not visited sleeps. */
    private static void inTurns(
            WatchingDashboard day,
            OverviewVisits dayVisits,
            WatchingDashboard year,
            OverviewVisits yearVisits,
            boolean quick) {
        int rounds = quick ? 2 : 4;
        for (int round = 0; round <= rounds; round++) {
            boolean warmingUp = round == 0;
            visit(dayVisits, day, year, warmingUp);
            visit(yearVisits, year, day, warmingUp);
        }
    }

    private static void visit(
            OverviewVisits visits, WatchingDashboard visited, WatchingDashboard asleep, boolean warmingUp) {
        asleep.sleep();
        visited.wake();
        pause(AWAKE);
        if (warmingUp) {
            visits.warmUp();
        } else {
            visits.come();
        }
    }

    private static Work work(WatchingDashboard dashboard, int checks, boolean quick) {
        Targets targets = dashboard.targets();
        Duration span = Duration.ofSeconds(quick ? 21 : 61);
        pause(AWAKE);
        double before = dashboard.cpuSeconds();
        targets.forget();
        pause(span);
        double cpu = 100 * (dashboard.cpuSeconds() - before) / span.toSeconds();
        long late = new Percentiles(targets.lateness(WatchingDashboard.PACE, 0)).at(99);
        long missed = targets.missed(WatchingDashboard.PACE, 0, checks);
        targets.hang(HANGING);
        pause(WatchingDashboard.PACE);
        targets.forget();
        pause(span);
        long hanging = new Percentiles(targets.lateness(WatchingDashboard.PACE, HANGING)).at(99);
        missed += targets.missed(WatchingDashboard.PACE, HANGING, checks);
        targets.hang(0);
        Viewers viewers = new Viewers(
                new AdminBrowser(dashboard.port()), VIEWERS, "data-check=\"load-150\" data-health=\"down\"");
        pause(Duration.ofSeconds(5));
        targets.fail(150);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (viewers.told() < VIEWERS && System.nanoTime() < end) {
            pause(Duration.ofMillis(100));
        }
        return new Work(
                late, hanging, missed, cpu, dashboard.megabytes(), viewers.told(), toldWithin(targets, viewers));
    }

    /** -1 where not everybody was told, which nobody shall take for at once. */
    private static long toldWithin(Targets targets, Viewers viewers) {
        return viewers.told() < VIEWERS
                ? -1
                : targets.secondFailure()
                        .map(viewers::lastAfter)
                        .map(Duration::toMillis)
                        .orElse(-1L);
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
