package dev.homelab.discordbot.audit;

import dev.homelab.discordbot.ticket.Action;
import dev.homelab.discordbot.ticket.TicketEvent;
import java.time.Clock;
import java.time.Instant;
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

    /**
     * A line for the log channel.
     *
     * @param number the ticket's
     * @param byOpener whether the ticket's opener did it, whom the channel does not name
     */
    public record Line(
            long id, Instant at, long number, Action action, String actorName, boolean byOpener, String detail) {}

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
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The servers that have a log channel and lines that it does not show yet. */
    public List<Long> serversWithNews() {
        return jdbc.sql("""
                SELECT g.guild_id FROM guild_setup g
                WHERE g.log_channel_id IS NOT NULL
                  AND EXISTS (SELECT 1 FROM audit_entry a WHERE a.guild_id = g.guild_id AND a.id > g.logged_up_to)
                """).query(Long.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The next lines for a server's log channel, the oldest first. */
    public List<Line> news(long guildId, int atMost) {
        return jdbc.sql("""
                SELECT a.id, a.at, t.number, a.action, a.actor_name, a.actor_id = t.opener_id AS by_opener, a.detail
                FROM audit_entry a
                JOIN guild_setup g ON g.guild_id = a.guild_id
                JOIN ticket t ON t.id = a.ticket_id
                WHERE a.guild_id = ? AND a.id > g.logged_up_to
                ORDER BY a.id LIMIT ?
                """).params(guildId, atMost).query(Line.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The log channel shows everything up to that line. */
    public void posted(long guildId, long lineId) {
        jdbc.sql("UPDATE guild_setup SET logged_up_to = ? WHERE guild_id = ?")
                .params(lineId, guildId)
                .update();
    }

    /** A log channel that is set now shows what is done from now on. */
    public void startHere(long guildId) {
        jdbc.sql("""
                UPDATE guild_setup SET logged_up_to = coalesce((SELECT max(id) FROM audit_entry WHERE guild_id = ?), 0)
                WHERE guild_id = ?
                """).params(guildId, guildId).update();
    }
}
