package dev.homelab.local.discord;

import dev.homelab.local.discord.rest.Limits;
import dev.homelab.local.discord.world.Rules;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator starts.
 *
 * @param port 0 for a free one
 * @param host the address to listen on
 * @param publicHost the name under which clients reach it
 * @param checked whether exchanges are held against Discord's OpenAPI description, where that is there
 * @param stateFile where the world is kept over restarts, or null to forget it
 */
public record DiscordSettings(
        int port,
        String host,
        String publicHost,
        String botToken,
        String clientId,
        String clientSecret,
        Rules rules,
        Limits limits,
        Clock clock,
        boolean checked,
        @Nullable Path stateFile) {

    public static final String BOT_TOKEN = "local-bot-token";
    public static final String CLIENT_ID = "100000000000000001";
    public static final String CLIENT_SECRET = "local-discord-secret";

    /** A free port of this machine alone, Discord's own rules and limits, nothing saved. */
    public static DiscordSettings local() {
        return new DiscordSettings(
                0,
                "127.0.0.1",
                "localhost",
                BOT_TOKEN,
                CLIENT_ID,
                CLIENT_SECRET,
                Rules.DISCORD,
                Limits.DISCORD,
                Clock.systemUTC(),
                true,
                null);
    }

    public DiscordSettings withPort(int chosen) {
        return new DiscordSettings(
                chosen, host, publicHost, botToken, clientId, clientSecret, rules, limits, clock, checked, stateFile);
    }

    public DiscordSettings withHost(String chosen, String name) {
        return new DiscordSettings(
                port, chosen, name, botToken, clientId, clientSecret, rules, limits, clock, checked, stateFile);
    }

    public DiscordSettings withBotToken(String token) {
        return new DiscordSettings(
                port, host, publicHost, token, clientId, clientSecret, rules, limits, clock, checked, stateFile);
    }

    public DiscordSettings withRules(Rules chosen) {
        return new DiscordSettings(
                port, host, publicHost, botToken, clientId, clientSecret, chosen, limits, clock, checked, stateFile);
    }

    public DiscordSettings withLimits(Limits chosen) {
        return new DiscordSettings(
                port, host, publicHost, botToken, clientId, clientSecret, rules, chosen, clock, checked, stateFile);
    }

    public DiscordSettings withClock(Clock chosen) {
        return new DiscordSettings(
                port, host, publicHost, botToken, clientId, clientSecret, rules, limits, chosen, checked, stateFile);
    }

    public DiscordSettings withChecked(boolean check) {
        return new DiscordSettings(
                port, host, publicHost, botToken, clientId, clientSecret, rules, limits, clock, check, stateFile);
    }

    public DiscordSettings withStateFile(Path file) {
        return new DiscordSettings(
                port, host, publicHost, botToken, clientId, clientSecret, rules, limits, clock, checked, file);
    }

    @Override
    public String toString() {
        return "DiscordSettings[" + host + ":" + port + "]";
    }
}
