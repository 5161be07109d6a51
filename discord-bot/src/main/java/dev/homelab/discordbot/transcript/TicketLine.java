package dev.homelab.discordbot.transcript;

import java.time.Instant;
import java.util.UUID;

/** One row of a reader's list of tickets. */
public record TicketLine(
        UUID id,
        long number,
        String guild,
        String type,
        String emoji,
        String title,
        String openerName,
        boolean open,
        Instant openedAt) {}
