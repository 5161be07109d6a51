package dev.homelab.discordbot.web;

/** Discord cannot say at the moment what it is asked. */
final class DiscordAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DiscordAway() {
        super("Discord does not answer");
    }
}
