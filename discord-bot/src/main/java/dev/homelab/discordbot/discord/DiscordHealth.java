package dev.homelab.discordbot.discord;

/** How the connection to Discord is. */
public interface DiscordHealth {

    boolean isConnected();

    /** A sentence for people. */
    String detail();
}
