package dev.homelab.local.discord.page;

import dev.homelab.local.discord.gateway.Gateway;
import dev.homelab.local.discord.rest.Exchange;
import dev.homelab.local.discord.rest.Limits;
import dev.homelab.local.discord.rest.RestApi;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.GuildJson;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Snowflakes;
import dev.homelab.local.discord.world.User;
import dev.homelab.local.discord.world.World;
import dev.homelab.local.discord.world.Worlds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults, rules, kept requests, and making more servers and people. */
final class Controls {

    private final World world;
    private final Gateway gateway;
    private final RestApi rest;
    private final Supplier<List<String>> mismatches;

    Controls(World world, Gateway gateway, RestApi rest, Supplier<List<String>> mismatches) {
        this.world = world;
        this.gateway = gateway;
        this.rest = rest;
        this.mismatches = mismatches;
    }

    Map<String, Function<ObjectNode, JsonNode>> byName() {
        return Map.of(
                "faults", this::fault,
                "rules", this::rules,
                "people", this::newPerson,
                "locale", this::locale,
                "guilds", this::newGuild,
                "members", this::member);
    }

    JsonNode status() {
        ObjectNode json = Json.object()
                .put("bot_connected", gateway.isConnected())
                .put("identifies", gateway.identifies())
                .put("resumes", gateway.resumes())
                .put("requests", rest.requests().total())
                .put("counted_requests", rest.requests().totalCounted())
                .put("invalid_requests", rest.invalidRequests())
                .put("active_thread_cap", world.rules().activeThreads())
                .put("per_second", rest.limits().perSecond())
                .put("latency_ms", rest.faults().latency().toMillis());
        ArrayNode list = json.putArray("mismatches");
        mismatches.get().forEach(list::add);
        return json;
    }

    JsonNode requests() {
        ArrayNode list = Json.array();
        for (Exchange exchange : rest.requests().all()) {
            list.addObject()
                    .put("at", exchange.at().toString())
                    .put("method", exchange.method())
                    .put("route", exchange.route())
                    .put("path", exchange.path())
                    .put("status", exchange.status())
                    .put("counted", exchange.counted())
                    .set("body", exchange.body());
        }
        return list;
    }

    JsonNode clearRequests() {
        rest.requests().clear();
        return Json.object();
    }

    private JsonNode fault(ObjectNode body) {
        String kind = body.path("kind").asString("");
        switch (kind) {
            case "gateway-drop" -> gateway.drop();
            case "gateway-freeze" -> gateway.freeze();
            case "gateway-thaw" -> gateway.thaw();
            case "gateway-reconnect" -> gateway.reconnect();
            case "session-invalid" -> gateway.invalidate(body.path("resumable").asBoolean(false));
            case "rest-answer" -> answer(body);
            case "rest-429" ->
                rest.faults()
                        .rateLimit(
                                times(body),
                                body.path("scope").asString("user"),
                                wait(body),
                                method(body),
                                route(body));
            case "rest-latency" ->
                rest.faults().latency(Duration.ofMillis(body.path("ms").asLong(0)));
            case "rest-clear" -> rest.faults().clear();
            case "delete-channel" -> delete(channel(body));
            case "archive-thread" -> world.locked(() -> world.threads().archive(channel(body)));
            default -> throw DiscordError.notSimulated(400, "a fault " + kind).exception();
        }
        return status();
    }

    private void answer(ObjectNode body) {
        int status = body.path("status").asInt(500);
        if (body.path("performed").asBoolean(false)) {
            rest.faults().loseAnswer(times(body), status, method(body), route(body));
        } else {
            rest.faults().answer(times(body), status, method(body), route(body));
        }
    }

    private static int times(ObjectNode body) {
        return body.path("times").asInt(1);
    }

    private static Duration wait(ObjectNode body) {
        return Duration.ofMillis(Math.round(body.path("seconds").asDouble(1) * 1000));
    }

    private static @Nullable String method(ObjectNode body) {
        return body.path("method").asString(null);
    }

    private static @Nullable String route(ObjectNode body) {
        return body.path("route").asString(null);
    }

    private Channel channel(ObjectNode body) {
        return world.locked(
                () -> world.channel(Snowflakes.parse(body.path("channel").asString(""))));
    }

    private void delete(Channel channel) {
        world.locked(() -> world.channels()
                .delete(channel, Actor.of(world.guild(channel.guildId()).ownerId())));
    }

    /** Changes the cap of active threads, the global limit, or the shared one on starting threads. */
    private JsonNode rules(ObjectNode body) {
        if (body.has("active_thread_cap")) {
            world.rules(world.rules()
                    .withActiveThreads(body.path("active_thread_cap").asInt()));
        }
        Limits limits = rest.limits();
        if (body.has("per_second")) {
            limits = limits.withPerSecond(body.path("per_second").asInt());
        }
        if (body.has("per_route")) {
            limits = limits.withPerRoute(body.path("per_route").asBoolean());
        }
        if (body.has("thread_starts")) {
            Duration window =
                    Duration.ofSeconds(body.path("thread_window_seconds").asLong(300));
            limits = limits.withThreadStarts(body.path("thread_starts").asInt(), window);
        }
        rest.limits(limits);
        return status();
    }

    private JsonNode newPerson(ObjectNode body) {
        User user = Worlds.newPerson(world, body.path("name").asString("Somebody"));
        if (body.has("guild")) {
            long guild = Snowflakes.parse(body.path("guild").asString());
            world.locked(() -> world.guilds().join(world.guild(guild), user.id()));
        }
        return GuildJson.user(user);
    }

    private JsonNode locale(ObjectNode body) {
        long user = Snowflakes.parse(body.path("user").asString(""));
        return GuildJson.user(Worlds.speak(world, user, body.path("locale").asString("")));
    }

    private JsonNode newGuild(ObjectNode body) {
        long owner = Snowflakes.parse(body.path("owner").asString(Long.toString(Worlds.ADA)));
        return world.locked(() -> {
            Guild guild = Worlds.newGuild(world, body.path("name").asString("New server"), owner);
            if (body.path("invite_bot").asBoolean(true)) {
                Worlds.invite(world, guild, Worlds.BOTS);
            }
            return GuildJson.guild(guild);
        });
    }

    /** Lets somebody join or leave, or gives and takes a role by name. */
    private JsonNode member(ObjectNode body) {
        long user = Snowflakes.parse(body.path("user").asString(""));
        return world.locked(() -> {
            Guild guild = world.guild(Snowflakes.parse(body.path("guild").asString("")));
            switch (body.path("change").asString("")) {
                case "join" -> world.guilds().join(guild, user);
                case "leave" -> world.guilds().leave(guild, user);
                case "give-role", "take-role" -> {
                    long role = guild.role(body.path("role").asString("")).id();
                    boolean given = body.path("change").asString().startsWith("give");
                    world.guilds().role(guild, user, role, given, Actor.of(guild.ownerId()));
                }
                default ->
                    throw DiscordError.notSimulated(400, "this change of a member")
                            .exception();
            }
            return GuildJson.guild(guild);
        });
    }
}
