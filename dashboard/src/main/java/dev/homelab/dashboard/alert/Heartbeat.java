package dev.homelab.dashboard.alert;

import dev.homelab.dashboard.status.Board;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks an address outside each minute, as long as checks are really looked at, so that somebody notices when nobody watches. */
@Component
class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(DEADLINE).build();
    private final AlertSettings settings;
    private final Board board;
    private long seen;

    Heartbeat(AlertSettings settings, Board board) {
        this.settings = settings;
        this.board = board;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    void beat() throws InterruptedException {
        long now = board.version();
        if (settings.heartbeat().isEmpty() || now == seen) {
            return;
        }
        seen = now;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(settings.heartbeat()))
                    .timeout(DEADLINE)
                    .build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            log.debug("The heartbeat was answered with status {}", status);
        } catch (IOException e) {
            log.warn("The heartbeat did not get out: {}", e.getClass().getSimpleName());
        }
    }
}
