package dev.homelab.discordbot.ticket;

/** Whose turn it is in a ticket. */
public enum Side {
    STAFF,
    MEMBER
}
