package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Refusal;

/** Discord lets the server have no more channels. */
public final class ServerFull extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String channel;

    ServerFull(String channel) {
        super(Phrase.of("doctor.server-full", channel));
        this.channel = channel;
    }

    @Override
    public String getMessage() {
        return "The server has no room for the channel " + channel + ": Discord allows 500 channels.";
    }
}
