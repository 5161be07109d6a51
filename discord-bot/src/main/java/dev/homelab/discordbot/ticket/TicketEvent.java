package dev.homelab.discordbot.ticket;

import java.util.UUID;

/**
 * Something was done to a ticket; published inside the transaction that writes it down.
 *
 * @param by who did it; {@link Person#BOT} for what the bot does by itself
 * @param detail in a few words, empty for none; never what the opener wrote
 */
public record TicketEvent(long guildId, UUID ticketId, Action action, Person by, String detail) {}
