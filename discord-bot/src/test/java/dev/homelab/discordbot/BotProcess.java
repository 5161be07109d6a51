package dev.homelab.discordbot;

import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.server.ChildProcess;
import dev.homelab.local.server.LocalClasspath;
import dev.homelab.local.server.TestServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The bot as an operating system's process, which can be killed. */
final class BotProcess implements AutoCloseable {

    private final ChildProcess process;

    private BotProcess(ChildProcess process) {
        this.process = process;
    }

    static BotProcess start(DiscordSimulator discord, String database) {
        List<String> command = List.of(
                LocalClasspath.java(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                DiscordBotApplication.class.getName());
        return new BotProcess(ChildProcess.start(
                "the bot", command, environment(discord, database), Path.of("target", "crash-test.log")));
    }

    /** Leases and heartbeats are short, so that what a killed process held is free again in seconds. */
    private static Map<String, String> environment(DiscordSimulator discord, String database) {
        return Map.ofEntries(
                Map.entry("DISCORD_BOT_PORT", "0"),
                Map.entry("PUBLIC_URL", "http://localhost:8081"),
                Map.entry("DISCORD_BOT_DB_URL", database),
                Map.entry("DISCORD_BOT_DB_USER", TestServers.postgres().user()),
                Map.entry("DISCORD_BOT_DB_PASSWORD", TestServers.postgres().password()),
                Map.entry("DISCORD_BOT_TOKEN", DiscordSettings.BOT_TOKEN),
                Map.entry("DISCORD_API_URL", discord.apiUrl()),
                Map.entry("DISCORD_GATEWAY_URL", discord.gatewayUrl()),
                Map.entry("DISCORD_LEASE", "3s"),
                Map.entry("DBSCHEDULER_HEARTBEATINTERVAL", "500ms"),
                Map.entry("DBSCHEDULER_POLLINGINTERVAL", "500ms"));
    }

    /** SIGKILL; returns when it is gone. */
    void kill() {
        process.handle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.close();
    }
}
