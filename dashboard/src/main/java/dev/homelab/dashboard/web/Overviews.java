package dev.homelab.dashboard.web;

import dev.homelab.dashboard.bots.BotReports;
import dev.homelab.dashboard.status.Board;
import dev.homelab.dashboard.status.History;
import org.springframework.stereotype.Component;

@Component
class Overviews {

    private static final int HISTORY_LINES = 8;

    private final Board board;
    private final BotReports reports;
    private final History history;

    Overviews(Board board, BotReports reports, History history) {
        this.board = board;
        this.reports = reports;
        this.history = history;
    }

    Overview now() {
        return new Overview(
                board.headline(),
                board.parts(),
                reports.lastTickets().orElse(null),
                reports.lastConnections().orElse(null),
                history.newest(HISTORY_LINES));
    }
}
