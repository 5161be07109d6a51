package dev.homelab.common.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket, whole.
 *
 * @param threadUrl its thread on Discord; null when there is none
 * @param closeReason null for none
 * @param rating 1 to 5 stars; null for none
 * @param conversation what was said, the oldest first, as the staff may see it
 * @param done what was done to it, the oldest first
 */
public record TicketDetails(
        TicketPage.Line ticket,
        @Nullable String threadUrl,
        List<Answer> answers,
        @Nullable String closeReason,
        @Nullable Integer rating,
        @Nullable String ratingComment,
        List<Message> conversation,
        List<Deed> done) {

    public TicketDetails {
        answers = List.copyOf(answers);
        conversation = List.copyOf(conversation);
        done = List.copyOf(done);
    }

    /** What the opener answered to one question of the form. */
    public record Answer(String question, String text) {}

    /** One line of the audit log. */
    public record Deed(Instant at, String action, String by, String detail) {}

    /**
     * One message.
     *
     * @param kind MEMBER, STAFF or BOT
     * @param note whether it was said among the staff
     * @param files their names
     */
    public record Message(
            Instant at,
            String author,
            String kind,
            boolean note,
            String text,
            boolean edited,
            boolean deleted,
            List<String> files) {

        public Message {
            files = List.copyOf(files);
        }
    }
}
