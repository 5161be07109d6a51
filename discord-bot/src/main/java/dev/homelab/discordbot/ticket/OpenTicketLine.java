package dev.homelab.discordbot.ticket;

import java.time.Instant;

/** One row of the list of open tickets. */
public record OpenTicketLine(
        long number, String guild, String type, String title, String opener, TicketState state, Instant openedAt) {}
