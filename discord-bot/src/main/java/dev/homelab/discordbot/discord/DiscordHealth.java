package dev.homelab.discordbot.discord;

/** How the connection to Discord is. */
public interface DiscordHealth {

    boolean isConnected();

    /** Whether another instance is connected in this one's place, which is as it should be. */
    boolean isStandby();

    /** Whether there is no token, so that nobody expects a connection. */
    boolean isOff();

    /** A sentence for people. */
    String detail();
}
