package dev.homelab.discordbot.ticket;

import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Refusal;

/** A draft that does not become a ticket: incomplete, or one too many. */
public final class RefusedOpening extends Refusal {

    private static final long serialVersionUID = 1L;

    RefusedOpening(String key, Object... arguments) {
        super(Phrase.of("refused." + key, arguments));
    }
}
