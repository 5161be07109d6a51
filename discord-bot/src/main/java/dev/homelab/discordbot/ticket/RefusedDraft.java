package dev.homelab.discordbot.ticket;

/** A draft that cannot become a ticket; the message is for the member. */
public final class RefusedDraft extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    RefusedDraft(String message) {
        super(message);
    }
}
