package dev.homelab.discordbot.guild;

import jakarta.persistence.Embeddable;

/**
 * How much a server takes; 0 is no limit, except for {@code activeThreads}.
 *
 * @param openAtOnce tickets that one member may have open
 * @param perHour tickets that one member may open in an hour
 * @param cooldownSeconds between two tickets of one member
 * @param burstPerMinute tickets that all members together may open in a minute
 * @param activeThreads of the server, its own and others', above which idle tickets are parked: 1 to 1000
 */
@Embeddable
public record GuildLimits(int openAtOnce, int perHour, int cooldownSeconds, int burstPerMinute, int activeThreads) {

    static final GuildLimits DEFAULT = new GuildLimits(0, 5, 0, 60, 950);

    public GuildLimits {
        if (openAtOnce < 0
                || perHour < 0
                || cooldownSeconds < 0
                || burstPerMinute < 0
                || activeThreads < 1
                || activeThreads > 1000) {
            throw new RefusedSetup("limits");
        }
    }
}
