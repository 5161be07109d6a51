package dev.homelab.discordbot.ticket;

/** {@code OPENING} and {@code CLOSING} are written before Discord is asked, so that a crash is finished later. */
public enum TicketState {
    OPENING,
    OPEN,
    CLOSING,
    CLOSED
}
