package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.ticket.TicketView;

/** What came of opening a ticket. */
public sealed interface Opening {

    TicketView ticket();

    /** Its thread is there. */
    record Opened(TicketView ticket, long threadId) implements Opening {}

    /** The same form is being dealt with already, or Discord makes the bot wait for longer than members have patience. */
    record UnderWay(TicketView ticket) implements Opening {}

    /**
     * The server has no room for one more thread.
     *
     * @param place in the server's queue, from 1
     */
    record Queued(TicketView ticket, long place) implements Opening {}
}
