package dev.homelab.discordbot.ticket;

import dev.homelab.discordbot.guild.Priority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is at one moment.
 *
 * @param number counts up in each server, from 1
 * @param requestedBy the staff member who opened it for the opener; null when the opener did
 * @param sourceUrl the message that it is about; null for none
 * @param activeAt when something was last said or done in it
 * @param firstResponse null when there is no target and no answer yet
 * @param thread null until Discord has made it, and after it was deleted by hand
 * @param handler the staff member who has claimed it; null for nobody
 * @param hadCompany whether anybody was ever added beside the opener and the staff
 */
public record TicketView(
        UUID id,
        long guildId,
        long number,
        long typeId,
        Person opener,
        @Nullable Person requestedBy,
        String title,
        List<Answer> answers,
        Priority priority,
        @Nullable String sourceUrl,
        TicketState state,
        Turn turn,
        Instant openedAt,
        Instant activeAt,
        @Nullable FirstResponse firstResponse,
        @Nullable TicketThread thread,
        @Nullable Long noteThreadId,
        @Nullable Person handler,
        @Nullable CloseRequest closeRequest,
        @Nullable Closing closing,
        @Nullable Rating rating,
        @Nullable Long archiveCardId,
        boolean hadCompany) {

    /** The thread's id; null when there is none. */
    public @Nullable Long threadId() {
        return thread == null ? null : thread.id();
    }

    public boolean isParked() {
        return thread != null && thread.parkedAt() != null;
    }
}
