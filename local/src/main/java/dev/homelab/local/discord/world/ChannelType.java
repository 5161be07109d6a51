package dev.homelab.local.discord.world;

/** The kinds of channel that the simulator knows, with Discord's numbers. */
public final class ChannelType {

    public static final int TEXT = 0;
    public static final int DM = 1;
    public static final int VOICE = 2;
    public static final int CATEGORY = 4;
    public static final int ANNOUNCEMENT = 5;
    public static final int ANNOUNCEMENT_THREAD = 10;
    public static final int PUBLIC_THREAD = 11;
    public static final int PRIVATE_THREAD = 12;

    private ChannelType() {}

    static boolean isThread(int type) {
        return type >= ANNOUNCEMENT_THREAD && type <= PRIVATE_THREAD;
    }

    static boolean canBeCreated(int type) {
        return type == TEXT || type == VOICE || type == CATEGORY || type == ANNOUNCEMENT;
    }

    static boolean holdsMessages(int type) {
        return type != CATEGORY;
    }
}
