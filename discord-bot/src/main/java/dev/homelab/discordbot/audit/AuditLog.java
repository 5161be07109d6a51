package dev.homelab.discordbot.audit;

import dev.homelab.discordbot.ticket.TicketEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds a line for each thing done, in the transaction that does it. */
@Component
public class AuditLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void note(TicketEvent event) {
        jdbc.sql("""
                INSERT INTO audit_entry (at, guild_id, ticket_id, action, actor_id, actor_name, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        event.guildId(),
                        event.ticketId(),
                        event.action().name(),
                        event.by().id(),
                        event.by().name(),
                        event.detail())
                .update();
    }

    /** What was done to a ticket, the oldest first. */
    public List<AuditEntry> of(UUID ticketId) {
        return jdbc
                .sql("SELECT at, action, actor_id, actor_name, detail FROM audit_entry WHERE ticket_id = ? ORDER BY id")
                .param(ticketId)
                .query(AuditEntry.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
