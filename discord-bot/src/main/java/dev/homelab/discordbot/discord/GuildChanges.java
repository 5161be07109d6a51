package dev.homelab.discordbot.discord;

/** Brings a server on Discord in line after its setup was changed elsewhere. */
public interface GuildChanges {

    /** Makes missing channels and brings the panels up to date; a server that is not connected here follows later. */
    void follow(long guildId);
}
