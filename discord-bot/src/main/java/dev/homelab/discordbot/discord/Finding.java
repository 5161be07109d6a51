package dev.homelab.discordbot.discord;

import dev.homelab.discordbot.language.Phrase;

/**
 * One thing that the doctor says about a server.
 *
 * @param what is the case
 * @param mend what can be done about it
 */
public record Finding(Severity severity, Phrase what, Phrase mend) {

    /** How bad it is. */
    public enum Severity {
        /** As it should be, and worth knowing. */
        FINE,
        /** Tickets work, and something is missing or will be. */
        WARNING,
        /** Tickets do not work for somebody. */
        ERROR
    }
}
