package dev.homelab.discordbot.audit;

import dev.homelab.discordbot.ticket.Action;
import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param actorId the Discord user who did it; 0 for the bot itself
 */
public record AuditEntry(Instant at, Action action, long actorId, String actorName, String detail) {}
