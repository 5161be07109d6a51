package dev.homelab.discordbot.discord.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread that clean-up deletes.
 *
 * @param name as it is called, or would be
 * @param ticketId of the ticket that was closed long ago; null for a thread of the bot that no ticket knows
 */
public record OldThread(
        long threadId, String name, @Nullable UUID ticketId) {}
