package dev.homelab.discordbot.guild;

import jakarta.persistence.Embeddable;

/**
 * How long things may take in tickets of a type; 0 switches each off.
 *
 * @param firstResponseMinutes the target for the staff's first answer
 * @param staleWarnHours waiting on the member until one warning
 * @param staleCloseHours from the warning until the ticket is closed
 */
@Embeddable
public record TypeTimes(int firstResponseMinutes, int staleWarnHours, int staleCloseHours) {

    static final TypeTimes DEFAULT = new TypeTimes(0, 48, 12);

    public TypeTimes {
        if (firstResponseMinutes < 0 || staleWarnHours < 0 || staleCloseHours < 0) {
            throw new RefusedSetup("times");
        }
    }
}
