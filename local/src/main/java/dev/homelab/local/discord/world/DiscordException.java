package dev.homelab.local.discord.world;

/** Thrown by every rule that refuses. */
public final class DiscordException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient DiscordError error;

    DiscordException(DiscordError error) {
        super(error.code() + ": " + error.message() + (error.errors() == null ? "" : " " + error.errors()));
        this.error = error;
    }

    public DiscordError error() {
        return error;
    }
}
