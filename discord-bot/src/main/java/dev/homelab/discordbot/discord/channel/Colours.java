package dev.homelab.discordbot.discord.channel;

/** One colour for each state, the same on every card. */
final class Colours {

    static final int OPEN = 0x12805c;
    static final int URGENT = 0xc22f3d;
    static final int CLOSED = 0x5c6577;

    private Colours() {}
}
