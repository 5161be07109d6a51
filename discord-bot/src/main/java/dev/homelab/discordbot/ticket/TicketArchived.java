package dev.homelab.discordbot.ticket;

import java.util.UUID;

/** Published in the transaction that closes a ticket for good; its archive card is still to be posted. */
public record TicketArchived(UUID ticketId) {}
