package dev.homelab.discordbot.ticket;

import java.util.EnumSet;
import java.util.Set;

/**
 * {@code OPENING}, {@code CLOSING} and {@code REOPENING} are written before Discord is asked, so that a crash is
 * finished later; {@code QUEUED} waits for room among the server's active threads.
 */
public enum TicketState {
    QUEUED,
    OPENING,
    OPEN,
    CLOSING,
    CLOSED,
    REOPENING;

    /** Where Discord still has to be asked for something. */
    public static final Set<TicketState> UNFINISHED = EnumSet.of(OPENING, CLOSING, REOPENING);
}
