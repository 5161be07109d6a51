package dev.homelab.local.discord.world;

import org.jspecify.annotations.Nullable;

/** Who does something, and the reason that goes into the audit log. */
public record Actor(long userId, @Nullable String reason) {

    public static Actor of(long userId) {
        return new Actor(userId, null);
    }
}
