package dev.homelab.discordbot.ticket;

import dev.homelab.discordbot.guild.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member has filled in.
 *
 * @param opener whose ticket it is
 * @param requestedBy the staff member who opens it for the opener; null when the opener does
 * @param openerRoles ids of the opener's roles, which may have limits of their own
 * @param title 1 to 100 characters
 * @param sourceUrl the message that it is about; null for none
 * @param firstResponseDue when the staff should have answered; null without a target
 * @param nonce the same for every submission of one form, so that a double click makes one ticket
 */
public record TicketDraft(
        long guildId,
        long typeId,
        Person opener,
        @Nullable Person requestedBy,
        Set<Long> openerRoles,
        String title,
        List<Answer> answers,
        Priority priority,
        @Nullable String sourceUrl,
        @Nullable Instant firstResponseDue,
        UUID nonce) {

    /** In UTF-16 units. */
    public static final int LONGEST_TITLE = 100;

    public TicketDraft {
        title = checkedTitle(title);
        answers = List.copyOf(answers);
        openerRoles = Set.copyOf(openerRoles);
    }

    /**
     * The title without spaces around it.
     *
     * @throws RefusedOpening when nothing is left of it, or it is too long
     */
    public static String checkedTitle(String title) {
        String stripped = title.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_TITLE) {
            throw new RefusedOpening("title", LONGEST_TITLE);
        }
        return stripped;
    }
}
