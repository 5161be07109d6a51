package dev.homelab.bench;

import dev.homelab.local.demo.Console;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** All links are due at once, as after a long outage. */
final class RefreshStorm {

    private static final int BUDGET = 100;
    private static final int[] INSTANCES = {1, 2, 4};

    private final StreamStages stages;
    private final Console console;

    RefreshStorm(StreamStages stages, Console console) {
        this.stages = stages;
        this.console = console;
    }

    /** Returns the last line. */
    String run(boolean quick) {
        int links = quick ? 10_000 : 100_000;
        int seconds = quick ? 5 : 20;
        double one = 0;
        double best = 0;
        long doubled = 0;
        double statements = 0;
        for (int instances : INSTANCES) {
            Figures figures = play(links, instances, 0, seconds);
            console.say(instances + " instance(s) without a budget: " + figures);
            one = instances == 1 ? figures.perSecond() : one;
            best = Math.max(best, figures.perSecond());
            doubled += figures.doubled();
            statements = Math.max(statements, figures.statements());
        }
        Figures paced = play(links, 2, BUDGET, seconds);
        console.say("2 instances with " + BUDGET + " calls/s for each platform, without Redis: " + paced);
        return String.format(
                Locale.ROOT,
                "refresh-storm per_s=%.0f per_s_one=%.0f budget_used=%.3f budget_exceeded=%d doubled=%d"
                        + " statements_per_refresh=%.2f",
                best,
                one,
                paced.used(),
                paced.exceeded(),
                doubled + paced.doubled(),
                statements);
    }

    private record Figures(double perSecond, double used, long exceeded, long doubled, double statements) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f renewals/s, budget used %.3f, exceeded %d, doubled %d, %.2f statements each",
                    perSecond,
                    used,
                    exceeded,
                    doubled,
                    statements);
        }
    }

    private Figures play(int links, int instances, int budget, int seconds) {
        StormRows rows = new StormRows();
        try (StreamStages.Stage stage = stages.open("stream_bot");
                SlowPlatform platform = new SlowPlatform()) {
            Map<String, String> settings = new HashMap<>(platform.settings(budget));
            settings.put("TOKEN_ENCRYPTION_KEYSET", rows.keyset());
            stages.start(stage, instances, settings);
            rows.write(stage.database(), links);
            stage.database()
                    .run("UPDATE connection SET refresh_due = now() - interval '1 minute', validate_due = NULL");
            warm(platform, links);
            stage.database().countFromNow();
            platform.forget();
            long start = System.nanoTime();
            pause(seconds);
            long calls = platform.calls();
            double took = (System.nanoTime() - start) / 1e9;
            Database.Spent spent = stage.database().spent();
            return new Figures(
                    calls / took,
                    budget == 0 ? 0 : calls / took / budget / SlowPlatform.PLATFORMS.size(),
                    budget == 0 ? 0 : platform.exceeded(budget),
                    platform.doubled(),
                    (double) spent.statements() / calls);
        }
    }

    /** The first calls of a service that has just started are slow. */
    private static void warm(SlowPlatform platform, int links) {
        long enough = Math.min(links / 20, 1500);
        for (int i = 0; i < 60 && platform.calls() < enough; i++) {
            pause(1);
        }
    }

    private static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tokens were renewed", e);
        }
    }
}
