package dev.homelab.discordbot.discord.connection;

import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** JDA's builder takes the gateway's address from here and from nowhere else. */
class ConfiguredGateway extends SessionControllerAdapter {

    private final String url;

    ConfiguredGateway(String url) {
        this.url = url;
    }

    @Override
    public String getGateway() {
        return url;
    }
}
