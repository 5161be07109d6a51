package dev.homelab.common.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One page of tickets.
 *
 * @param more whether there is a next page
 */
public record TicketPage(List<Line> tickets, int page, boolean more) {

    public TicketPage {
        tickets = List.copyOf(tickets);
    }

    /**
     * One ticket.
     *
     * @param number counted per server, from 1
     * @param state QUEUED, OPENING, OPEN, CLOSING, CLOSED or REOPENING
     * @param priority LOW, NORMAL, HIGH or URGENT
     * @param waitingFor STAFF or MEMBER
     * @param handler who of the staff takes care of it; null for nobody
     * @param parked whether its thread sleeps to make room
     * @param firstResponseDue when the staff should first have answered; null without a target, or when they have
     */
    public record Line(
            UUID id,
            long number,
            String server,
            String type,
            String title,
            String opener,
            String state,
            String priority,
            String waitingFor,
            @Nullable String handler,
            boolean parked,
            Instant openedAt,
            Instant activeAt,
            @Nullable Instant closedAt,
            @Nullable Instant firstResponseDue) {}
}
