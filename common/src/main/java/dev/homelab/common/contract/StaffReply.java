package dev.homelab.common.contract;

/**
 * What a member of the staff says from the web.
 *
 * @param staffUserId their Discord user id; they must be staff of the ticket's type
 * @param text 1 to 2000 characters
 */
public record StaffReply(long staffUserId, String text) {

    private static final int LONGEST = 2000;

    public StaffReply {
        Given.text(text, "text", LONGEST);
    }
}
