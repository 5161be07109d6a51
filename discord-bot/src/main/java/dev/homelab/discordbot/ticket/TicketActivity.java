package dev.homelab.discordbot.ticket;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes that something was said in a ticket, in one statement: whose turn it is now, and that the thread is awake. */
@Component
public class TicketActivity {

    private static final String SAID = """
            UPDATE ticket SET
                active_at = :at,
                last_message_id = greatest(:message, coalesce(last_message_id, 0)),
                parked_at = NULL,
                waiting_for = :turn,
                waiting_since = CASE WHEN waiting_for = :turn AND :turn = 'STAFF' THEN waiting_since ELSE :at END,
                warned_at = NULL,
                snoozed_until = NULL,
                close_due_at = CASE WHEN :turn = 'STAFF' THEN NULL ELSE close_due_at END,
                close_asked_by_id = CASE WHEN :turn = 'STAFF' THEN NULL ELSE close_asked_by_id END,
                close_asked_by_name = CASE WHEN :turn = 'STAFF' THEN NULL ELSE close_asked_by_name END,
                first_response_at = CASE WHEN :turn = 'MEMBER' THEN coalesce(first_response_at, :at)
                    ELSE first_response_at END
            WHERE thread_id = :thread AND state = 'OPEN'
            RETURNING id
            """;

    private final JdbcClient jdbc;

    TicketActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A member's words make it the staff's turn, take back a close request, and the staff's make it the member's.
     *
     * @return the open ticket of that thread; empty when there is none
     */
    public Optional<UUID> said(long threadId, long messageId, boolean byStaff, Instant at) {
        return jdbc.sql(SAID)
                .param("thread", threadId)
                .param("message", messageId)
                .param("turn", (byStaff ? Side.MEMBER : Side.STAFF).name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }
}
