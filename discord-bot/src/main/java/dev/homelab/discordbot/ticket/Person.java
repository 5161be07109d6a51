package dev.homelab.discordbot.ticket;

/** Somebody on Discord, with the name that was shown when they acted. */
public record Person(long id, String name) {}
