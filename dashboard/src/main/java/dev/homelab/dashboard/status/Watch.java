package dev.homelab.dashboard.status;

import dev.homelab.dashboard.bots.BotReports;
import dev.homelab.dashboard.check.CheckRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Goes round and round. */
@Component
class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final CheckRound round;
    private final Board board;
    private final BotReports reports;
    private final ApplicationEventPublisher events;

    Watch(CheckRound round, Board board, BotReports reports, ApplicationEventPublisher events) {
        this.round = round;
        this.board = board;
        this.reports = reports;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "${homelab.checks.every}")
    void look() {
        board.update(round.run());
        askForConnections();
        events.publishEvent(new RoundDone());
    }

    private void askForConnections() {
        try {
            reports.connections();
        } catch (RestClientException e) {
            log.debug("The stream-bot does not tell its connections: {}", e.getMessage());
        }
    }
}
