package dev.homelab.discordbot.discord;

/** Discord was asked and did not answer as it should, in the middle of something that somebody waits for. */
public final class DiscordFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DiscordFailed(Exception cause) {
        super("Discord failed: " + cause.getMessage(), cause);
    }
}
