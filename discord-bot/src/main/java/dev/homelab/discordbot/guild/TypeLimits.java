package dev.homelab.discordbot.guild;

import jakarta.persistence.Embeddable;

/**
 * How much of one member a ticket type takes; 0 is no limit.
 *
 * @param openAtOnce tickets of this type that a member may have open
 * @param perHour tickets of this type that a member may open in an hour
 * @param cooldownMinutes between two tickets of this type
 */
@Embeddable
public record TypeLimits(int openAtOnce, int perHour, int cooldownMinutes) {

    static final TypeLimits NONE = new TypeLimits(0, 0, 0);

    public TypeLimits {
        if (openAtOnce < 0 || perHour < 0 || cooldownMinutes < 0) {
            throw new RefusedSetup("limits");
        }
    }
}
