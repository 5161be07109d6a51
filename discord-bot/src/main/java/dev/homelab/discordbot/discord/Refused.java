package dev.homelab.discordbot.discord;

import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Refusal;

/** Something that cannot be done here, or not by this person. */
public final class Refused extends Refusal {

    private static final long serialVersionUID = 1L;

    public Refused(Phrase phrase) {
        super(phrase);
    }
}
