package dev.homelab.discordbot.guild;

import jakarta.persistence.Embeddable;

/**
 * How long closed things stay, in days; 0 is for ever.
 *
 * @param threadDays threads of closed tickets in Discord
 * @param transcriptDays transcripts and their files
 */
@Embeddable
public record Retention(int threadDays, int transcriptDays) {

    static final Retention DEFAULT = new Retention(30, 0);

    public Retention {
        if (threadDays < 0 || transcriptDays < 0) {
            throw new RefusedSetup("retention");
        }
    }
}
