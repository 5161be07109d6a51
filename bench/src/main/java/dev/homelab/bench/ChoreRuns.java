package dev.homelab.bench;

import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.world.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Has the bot do its recurring work now, and reads in its own metrics how long that took. */
final class ChoreRuns {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Stage stage;
    private final HttpClient http = HttpClient.newHttpClient();

    ChoreRuns(Stage stage) {
        this.stage = stage;
    }

    /** Returns the milliseconds that it took in the one server there is. */
    double run(String chore) {
        double count = metric("count");
        double seconds = metric("sum");
        stage.database()
                .run("UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = '" + chore + "-everywhere'");
        stage.await(() -> metric("count") > count, LONGEST);
        return (metric("sum") - seconds) * 1000;
    }

    private double metric(String kind) {
        String name = "dbscheduler_task_duration_seconds_" + kind + "{task=\"chore\"";
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Returns the milliseconds until Discord's list of active threads is there, which repair asks for, and no more. */
    double list() {
        String address = stage.discord().apiUrl() + "guilds/" + Worlds.COMMUNITY + "/threads/active";
        long start = System.nanoTime();
        get(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bot " + DiscordSettings.BOT_TOKEN));
        return (System.nanoTime() - start) / 1e6;
    }

    private String metrics() {
        return get(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + stage.port() + "/actuator/prometheus")));
    }

    private String get(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
