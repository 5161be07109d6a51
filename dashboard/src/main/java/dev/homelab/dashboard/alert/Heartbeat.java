package dev.homelab.dashboard.alert;

import dev.homelab.common.http.OutboundHttp;
import dev.homelab.dashboard.status.Board;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks an address outside each minute, as long as checks are really looked at, so that somebody notices when nobody watches. */
@Component
class Heartbeat {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final OutboundHttp HTTP =
            new OutboundHttp(Duration.ofSeconds(5), Duration.ofSeconds(10), DataSize.ofKilobytes(64));

    private final RestClient client = HTTP.applyTo(RestClient.builder()).build();
    private final AlertSettings settings;
    private final Board board;
    private long seen;

    Heartbeat(AlertSettings settings, Board board) {
        this.settings = settings;
        this.board = board;
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    void beat() {
        long now = board.version();
        if (settings.heartbeat().isEmpty() || now == seen) {
            return;
        }
        seen = now;
        try {
            int status = client.get()
                    .uri(URI.create(settings.heartbeat()))
                    .exchangeForRequiredValue(
                            (request, answer) -> answer.getStatusCode().value());
            log.debug("The heartbeat was answered with status {}", status);
        } catch (RestClientException e) {
            log.warn(
                    "The heartbeat did not get out: {}",
                    e.getMostSpecificCause().getClass().getSimpleName());
        }
    }
}
