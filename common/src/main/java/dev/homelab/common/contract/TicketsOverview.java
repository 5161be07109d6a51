package dev.homelab.common.contract;

import java.time.Instant;
import java.util.List;

/**
 * The state of all tickets.
 *
 * @param discord whether Discord is reachable, and if not, why
 * @param open how many tickets are open now
 * @param closed how many were ever closed
 * @param newest the open tickets, newest first, at most 20
 */
public record TicketsOverview(DiscordState discord, long open, long closed, List<TicketLine> newest) {

    public TicketsOverview {
        newest = List.copyOf(newest);
    }

    /**
     * How the connection to Discord is.
     *
     * @param off whether it is switched off, as there is no token
     * @param detail a sentence for people
     */
    public record DiscordState(boolean connected, boolean off, String detail) {}

    /**
     * One open ticket.
     *
     * @param number counted per server, from 1
     * @param state {@code OPENING} until its thread exists, then {@code OPEN}
     */
    public record TicketLine(
            long number, String server, String type, String title, String opener, String state, Instant openedAt) {}
}
