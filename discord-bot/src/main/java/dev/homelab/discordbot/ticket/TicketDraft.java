package dev.homelab.discordbot.ticket;

import java.util.UUID;

/**
 * What a member has filled in.
 *
 * @param title 1 to 100 characters
 * @param description 1 to 1000 characters
 * @param nonce the same for every submission of one form, so that a double click makes one ticket
 */
public record TicketDraft(
        long guildId, long typeId, Person opener, String title, String description, boolean urgent, UUID nonce) {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_DESCRIPTION = 1000;

    public TicketDraft {
        title = title.strip();
        description = description.strip();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new RefusedDraft("Please give your ticket a title of 1 to " + LONGEST_TITLE + " characters.");
        }
        if (description.isEmpty() || description.length() > LONGEST_DESCRIPTION) {
            throw new RefusedDraft(
                    "Please describe what it is about, in at most " + LONGEST_DESCRIPTION + " characters.");
        }
    }
}
