package dev.homelab.bench;

import dev.homelab.local.demo.Shutdown;
import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.server.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** A bot under load, and what surrounds it; closing stops all of it and deletes its data. */
record Stage(Database database, DiscordSimulator discord, ChildProcess bot, int port, Shutdown shutdown)
        implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(1);

    World world() {
        return discord.world();
    }

    /** Asks ten times a second; throws when the bot ends or time runs out first. */
    void await(BooleanSupplier condition, Duration atMost) {
        bot.awaitReady(condition, atMost);
    }

    void awaitReady() {
        await(() -> !panels().isEmpty(), START_WITHIN);
        quiet();
    }

    /** Waits until the bot asks Discord for nothing more. */
    void quiet() {
        quiet(QUIET);
    }

    void quiet(Duration atLeast) {
        try {
            discord.requests().awaitQuiet(atLeast);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the bot was busy", e);
        }
    }

    private List<Message> panels() {
        return world().locked(() -> world().channels().of(Worlds.COMMUNITY).stream()
                .filter(channel -> channel.name().equals("open-a-ticket"))
                .map(Channel::messages)
                .flatMap(List::stream)
                .toList());
    }

    Message panel() {
        return panels().getFirst();
    }

    /** The custom ids of the panel's buttons, one for each type of ticket. */
    List<String> buttons() {
        return customIds(panel().components());
    }

    /** All custom ids below, in the order in which they are shown. */
    static List<String> customIds(JsonNode components) {
        return components
                .valueStream()
                .flatMap(each -> each.has("custom_id")
                        ? List.of(each.path("custom_id").asString()).stream()
                        : customIds(each.path("components")).stream())
                .toList();
    }

    /** The bot's own limits are not what is measured. */
    void liftLimits() {
        database.run("UPDATE guild_setup SET per_hour = 0, burst_per_minute = 0");
    }

    /** Asked for each ticket, but never reached. */
    void raiseLimits() {
        database.run("UPDATE guild_setup SET per_hour = 100000, burst_per_minute = 100000");
    }

    @Override
    public void close() {
        shutdown.close();
    }
}
