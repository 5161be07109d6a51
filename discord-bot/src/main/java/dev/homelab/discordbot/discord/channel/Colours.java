package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.Priority;

/** One colour for each state, the same on every card. */
final class Colours {

    static final int OPEN = 0x12805c;
    static final int URGENT = 0xc22f3d;
    static final int HIGH = 0xb8660b;
    static final int CLOSED = 0x5c6577;

    private Colours() {}

    static int of(Priority priority) {
        return switch (priority) {
            case URGENT -> URGENT;
            case HIGH -> HIGH;
            case NORMAL, LOW -> OPEN;
        };
    }
}
