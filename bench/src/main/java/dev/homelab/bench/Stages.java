package dev.homelab.bench;

import dev.homelab.local.demo.Console;
import dev.homelab.local.demo.ServiceApp;
import dev.homelab.local.demo.Shutdown;
import dev.homelab.local.demo.SimulatedDiscord;
import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.server.ChildProcess;
import dev.homelab.local.server.Ports;
import dev.homelab.local.server.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts stages: each a PostgreSQL, a simulated Discord and the packaged discord-bot, with data of their own. */
final class Stages {

    private static final String DATABASE = "discord_bot";

    private final Path folder;
    private final ServiceApp bot;
    private final Console console;

    Stages(Path root, Console console) {
        this.folder = root.resolve(".local/bench");
        this.bot = ServiceApp.of("discord-bot", root, folder.resolve("apps"));
        this.console = console;
    }

    /**
     * Returns when the bot has made its channels and is quiet.
     *
     * @param name of the log of its bot
     * @param settings further environment variables of the bot
     */
    Stage start(String name, DiscordSettings simulated, Map<String, String> settings) {
        Shutdown shutdown = Shutdown.atExit(console);
        try {
            bot.unpack();
            Path data = Files.createTempDirectory(folder, "run");
            shutdown.add(() -> Folders.delete(data));
            PostgresServer postgres =
                    shutdown.add(PostgresServer.start(data.resolve("postgres"), Ports.free(), Database.COUNTING));
            Database.create(postgres.address(), DATABASE);
            Database database = shutdown.add(Database.open(postgres.address(), DATABASE));
            DiscordSimulator discord = shutdown.add(DiscordSimulator.start(simulated.withChecked(false)));
            discord.requests().keep(1_000_000);
            int port = Ports.free();
            Map<String, String> environment = new HashMap<>(SimulatedDiscord.settings(discord));
            environment.putAll(Database.settings("DISCORD_BOT", postgres.address(), DATABASE));
            environment.put("DISCORD_BOT_PORT", Integer.toString(port));
            environment.put("SERVER_ADDRESS", "127.0.0.1");
            environment.putAll(settings);
            ChildProcess process = shutdown.add(
                    ChildProcess.start("discord-bot", bot.command(), environment, folder.resolve(name + ".log")));
            Stage stage = new Stage(database, discord, process, port, shutdown);
            stage.awaitReady();
            return stage;
        } catch (IOException e) {
            shutdown.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            shutdown.close();
            throw e;
        }
    }
}
