package dev.homelab.discordbot.discord;

import java.util.UUID;

/** Lets the staff speak in tickets from elsewhere. */
public interface StaffVoice {

    /**
     * Says something in an open ticket, headed with the staff member's name and picture; at most two counted calls.
     *
     * @param text 1 to 2000 characters
     * @throws dev.homelab.discordbot.language.Refusal when the ticket is not open, or they are not staff of its type
     */
    void say(UUID ticketId, long staffUserId, String text);
}
