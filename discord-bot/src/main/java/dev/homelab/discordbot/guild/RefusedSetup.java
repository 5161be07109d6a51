package dev.homelab.discordbot.guild;

import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Refusal;

/** A setting of a server or a ticket type that cannot be; the phrase says what it may be. */
public final class RefusedSetup extends Refusal {

    private static final long serialVersionUID = 1L;

    RefusedSetup(String key, Object... arguments) {
        super(Phrase.of("refused." + key, arguments));
    }
}
