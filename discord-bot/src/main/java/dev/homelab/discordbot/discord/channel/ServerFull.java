package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Refusal;

/** Discord lets the server have no more channels. */
public final class ServerFull extends Refusal {

    private static final long serialVersionUID = 1L;

    ServerFull(String channel) {
        super(Phrase.of("doctor.server-full", channel));
    }
}
