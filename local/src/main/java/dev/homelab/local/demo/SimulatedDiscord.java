package dev.homelab.local.demo;

import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.discord.world.Worlds;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the services must be told to talk to the simulated Discord instead of the real one. */
public final class SimulatedDiscord {

    private SimulatedDiscord() {}

    static DiscordSimulator start(int port, Path stateFile) {
        return DiscordSimulator.start(
                DiscordSettings.local().withPort(port).withChecked(false).withStateFile(stateFile));
    }

    /** Environment variables of the discord-bot. */
    public static Map<String, String> settings(DiscordSimulator simulator) {
        Map<String, String> settings = new HashMap<>(signIn(simulator));
        settings.put("DISCORD_BOT_TOKEN", DiscordSettings.BOT_TOKEN);
        settings.put("DISCORD_GATEWAY_URL", simulator.gatewayUrl());
        settings.put("DISCORD_CDN_URLS", simulator.pageUrl());
        return settings;
    }

    /** Environment variables of the dashboard: Ada, who owns the server, may sign in there as an admin. */
    public static Map<String, String> adminSettings(DiscordSimulator simulator) {
        Map<String, String> settings = new HashMap<>(signIn(simulator));
        settings.put("DASHBOARD_DISCORD_ADMINS", Long.toString(Worlds.ADA));
        return settings;
    }

    private static Map<String, String> signIn(DiscordSimulator simulator) {
        Map<String, String> settings = new HashMap<>(application(simulator));
        settings.put("DISCORD_OAUTH_AUTHORIZE_URL", simulator.pageUrl() + "oauth2/authorize");
        settings.put("DISCORD_OAUTH_TOKEN_URL", simulator.apiUrl() + "oauth2/token");
        return settings;
    }

    /** Environment variables of the stream-bot, for links to Discord. */
    static Map<String, String> linkSettings(DiscordSimulator simulator) {
        Map<String, String> settings = new HashMap<>(application(simulator));
        settings.put("DISCORD_AUTHORIZATION_URL", simulator.pageUrl() + "oauth2/authorize");
        settings.put("DISCORD_TOKEN_URL", simulator.apiUrl() + "oauth2/token");
        settings.put("DISCORD_REVOCATION_URL", simulator.apiUrl() + "oauth2/token/revoke");
        return settings;
    }

    private static Map<String, String> application(DiscordSimulator simulator) {
        return Map.of(
                "DISCORD_CLIENT_ID", DiscordSettings.CLIENT_ID,
                "DISCORD_CLIENT_SECRET", DiscordSettings.CLIENT_SECRET,
                "DISCORD_API_URL", simulator.apiUrl());
    }
}
