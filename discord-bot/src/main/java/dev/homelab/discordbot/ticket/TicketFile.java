package dev.homelab.discordbot.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server's tickets as a file, without what was said in them.
 *
 * @param version of this shape; 1
 * @param tickets the newest first
 */
public record TicketFile(int version, List<Line> tickets) {

    static final int VERSION = 1;

    public TicketFile {
        tickets = List.copyOf(tickets);
    }

    /** One ticket; ids are texts, as their numbers are too long for many programs. */
    record Line(
            long number,
            String type,
            String title,
            String openerId,
            String opener,
            List<Answer> answers,
            TicketState state,
            String priority,
            Instant openedAt,
            @Nullable Instant firstResponseDue,
            @Nullable Instant firstResponseAt,
            @Nullable String handler,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            @Nullable String reason,
            @Nullable Integer stars,
            @Nullable String comment) {

        static Line of(TicketView ticket, Map<Long, String> types) {
            FirstResponse response = ticket.firstResponse();
            Closing closing = ticket.closing();
            Rating rating = ticket.rating();
            return new Line(
                    ticket.number(),
                    types.getOrDefault(ticket.typeId(), ""),
                    ticket.title(),
                    Long.toString(ticket.opener().id()),
                    ticket.opener().name(),
                    ticket.answers(),
                    ticket.state(),
                    ticket.priority().name(),
                    ticket.openedAt(),
                    response == null ? null : response.due(),
                    response == null ? null : response.at(),
                    ticket.handler() == null ? null : ticket.handler().name(),
                    closing == null ? null : closing.at(),
                    closing == null ? null : closing.by().name(),
                    closing == null ? null : closing.reason(),
                    rating == null ? null : rating.stars(),
                    rating == null ? null : rating.comment());
        }
    }
}
