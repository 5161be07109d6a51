package dev.homelab.local.discord.world;

/**
 * What can be set of Discord's own rules.
 *
 * @param activeThreads how many threads of one server may be active at once (160006 beyond)
 * @param channels how many channels one server may have (30013 beyond)
 * @param mentionsAddToThreads whether a mention inside a private thread adds the mentioned member
 * @param privilegedIntents those of {@link Intents#PRIVILEGED} that are switched on for the application
 */
public record Rules(int activeThreads, int channels, boolean mentionsAddToThreads, int privilegedIntents) {

    public static final Rules DISCORD = new Rules(1000, 500, true, Intents.PRIVILEGED);

    public Rules withActiveThreads(int cap) {
        return new Rules(cap, channels, mentionsAddToThreads, privilegedIntents);
    }

    public Rules withChannels(int cap) {
        return new Rules(activeThreads, cap, mentionsAddToThreads, privilegedIntents);
    }

    public Rules withMentionsAddToThreads(boolean add) {
        return new Rules(activeThreads, channels, add, privilegedIntents);
    }

    public Rules withPrivilegedIntents(int intents) {
        return new Rules(activeThreads, channels, mentionsAddToThreads, intents);
    }
}
