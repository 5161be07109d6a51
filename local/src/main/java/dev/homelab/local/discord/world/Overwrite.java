package dev.homelab.local.discord.world;

/** What a channel allows and denies to one role or one member, as permission bits. */
public record Overwrite(long id, boolean member, long allow, long deny) {}
