package dev.homelab.discordbot.discord.connection;

/** The database was away and answers again: what was begun before may not have been written as done. */
public record DatabaseReturned() {}
