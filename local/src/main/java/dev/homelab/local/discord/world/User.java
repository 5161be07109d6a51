package dev.homelab.local.discord.world;

import org.jspecify.annotations.Nullable;

/** An account: a person or a bot; {@code messagable} says whether direct messages are let in. */
public record User(long id, String name, @Nullable String displayName, boolean bot, boolean messagable) {

    /** The name that others see. */
    public String shownName() {
        return displayName == null ? name : displayName;
    }
}
