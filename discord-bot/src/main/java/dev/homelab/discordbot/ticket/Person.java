package dev.homelab.discordbot.ticket;

import jakarta.persistence.Embeddable;

/** Somebody on Discord, with the name that was shown when they acted. */
@Embeddable
public record Person(long id, String name) {

    /** The bot itself, where nobody else acted. */
    public static final Person BOT = new Person(0, "Homelab");
}
