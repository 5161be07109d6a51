package dev.homelab.local.discord.world;

import java.time.Duration;

/**
 * What can be set of Discord's own rules.
 *
 * @param activeThreads how many threads of one server may be active at once (160006 beyond)
 * @param channels how many channels one server may have (30013 beyond)
 * @param firstAnswerWithin how long a bot may take to answer an interaction at all (10062 beyond)
 * @param privilegedIntents those of {@link Intents#PRIVILEGED} that are switched on for the application
 */
public record Rules(int activeThreads, int channels, Duration firstAnswerWithin, int privilegedIntents) {

    public static final Rules DISCORD = new Rules(1000, 500, Duration.ofSeconds(3), Intents.PRIVILEGED);

    public Rules withActiveThreads(int cap) {
        return new Rules(cap, channels, firstAnswerWithin, privilegedIntents);
    }

    public Rules withChannels(int cap) {
        return new Rules(activeThreads, cap, firstAnswerWithin, privilegedIntents);
    }

    public Rules withFirstAnswerWithin(Duration time) {
        return new Rules(activeThreads, channels, time, privilegedIntents);
    }

    public Rules withPrivilegedIntents(int intents) {
        return new Rules(activeThreads, channels, firstAnswerWithin, intents);
    }
}
