package dev.homelab.discordbot.ticket;

import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Refusal;

/** A ticket refused a move that its state does not allow. */
public final class WrongMove extends Refusal {

    private static final long serialVersionUID = 1L;

    WrongMove(String key, Object... arguments) {
        super(Phrase.of("refused." + key, arguments));
    }
}
