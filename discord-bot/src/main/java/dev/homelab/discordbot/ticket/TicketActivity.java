package dev.homelab.discordbot.ticket;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes that something was said in a ticket, in one statement: whose turn it is now, and that the thread is awake. */
@Component
public class TicketActivity {

    private static final String SAID = """
            UPDATE ticket SET
                active_at = :at,
                last_message_id = :message,
                parked_at = NULL,
                waiting_for = :turn,
                waiting_since = CASE WHEN waiting_for = :turn AND :turn = 'STAFF' THEN waiting_since ELSE :at END,
                warned_at = NULL,
                snoozed_until = NULL,
                close_due_at = CASE WHEN :turn = 'STAFF' THEN NULL ELSE close_due_at END,
                close_asked_by_id = CASE WHEN :turn = 'STAFF' THEN NULL ELSE close_asked_by_id END,
                close_asked_by_name = CASE WHEN :turn = 'STAFF' THEN NULL ELSE close_asked_by_name END,
                first_response_at = CASE WHEN :turn = 'MEMBER' THEN least(first_response_at, :at)
                    ELSE first_response_at END
            WHERE thread_id = :thread AND state = 'OPEN' AND coalesce(last_message_id, 0) < :message
            """;
    private static final String SAID_BEFORE = """
            UPDATE ticket SET
                close_due_at = CASE WHEN :turn = 'STAFF' THEN NULL ELSE close_due_at END,
                close_asked_by_id = CASE WHEN :turn = 'STAFF' THEN NULL ELSE close_asked_by_id END,
                close_asked_by_name = CASE WHEN :turn = 'STAFF' THEN NULL ELSE close_asked_by_name END,
                first_response_at = CASE WHEN :turn = 'MEMBER' THEN least(first_response_at, :at)
                    ELSE first_response_at END
            WHERE thread_id = :thread AND state = 'OPEN'
            """;

    private final JdbcClient jdbc;

    TicketActivity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A member's words make it the staff's turn, take back a close request, and the staff's make it the member's. What
     * arrives after something that was said later changes no turn, but a member's words are an objection all the same.
     */
    public void said(long threadId, long messageId, boolean byStaff, Instant at) {
        if (note(SAID, threadId, messageId, byStaff, at) == 0) {
            note(SAID_BEFORE, threadId, messageId, byStaff, at);
        }
    }

    private int note(String how, long threadId, long messageId, boolean byStaff, Instant at) {
        return jdbc.sql(how)
                .param("thread", threadId)
                .param("message", messageId)
                .param("turn", (byStaff ? Side.MEMBER : Side.STAFF).name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
