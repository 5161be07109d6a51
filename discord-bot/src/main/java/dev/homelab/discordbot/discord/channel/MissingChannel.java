package dev.homelab.discordbot.discord.channel;

/** A channel that the bot made is gone; the next {@code prepare} makes it again. */
public final class MissingChannel extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    MissingChannel(String what, String type) {
        super("The " + what + " of " + type + " is missing.");
    }
}
