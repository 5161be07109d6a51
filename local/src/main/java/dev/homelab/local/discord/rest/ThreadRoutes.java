package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.ChannelJson;
import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.GuildJson;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Threads, their members, and the lists of archived and active ones. */
final class ThreadRoutes {

    private static final String MEMBER = "/channels/{channel_id}/thread-members/{user_id}";

    private final World world;

    ThreadRoutes(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.add("POST /channels/{channel_id}/threads", 201, this::start);
        routes.add("POST /channels/{channel_id}/messages/{message_id}/threads", 201, this::startFrom);
        routes.add("GET /channels/{channel_id}/threads/archived/public", 200, call -> archived(call, false));
        routes.add("GET /channels/{channel_id}/threads/archived/private", 200, call -> archived(call, true));
        routes.add("GET /channels/{channel_id}/users/@me/threads/archived/private", 200, this::archivedOwn);
        routes.add("GET /guilds/{guild_id}/threads/active", 200, this::active);
        routes.add("GET /channels/{channel_id}/thread-members", 200, this::members);
        routes.add("GET " + MEMBER, 200, this::member);
        routes.add("PUT /channels/{channel_id}/thread-members/@me", 204, this::join);
        routes.add("DELETE /channels/{channel_id}/thread-members/@me", 204, this::leave);
        routes.add("PUT " + MEMBER, 204, this::add);
        routes.add("DELETE " + MEMBER, 204, this::remove);
    }

    private Channel channel(Call call) {
        return world.channel(call.id("channel_id"));
    }

    private JsonNode start(Call call) {
        return ChannelJson.channel(world, world.threads().start(channel(call), call.body(), call.actor()));
    }

    private JsonNode startFrom(Call call) {
        world.permissions().require(channel(call), call.actor().userId());
        Message message = world.messages()
                .get(channel(call), call.id("message_id"), call.actor().userId());
        return ChannelJson.channel(world, world.threads().startFrom(message, channel(call), call.body(), call.actor()));
    }

    private JsonNode archived(Call call, boolean hidden) {
        Instant before = Objects.requireNonNullElse(call.time("before"), Instant.MAX);
        List<Channel> all = world.threads().archived(channel(call), hidden, call.actor()).stream()
                .filter(thread -> thread.archivedAt().isBefore(before))
                .toList();
        return page(all, call);
    }

    private JsonNode archivedOwn(Call call) {
        Long before = call.snowflake("before");
        List<Channel> all = world.threads().archivedJoined(channel(call), call.actor()).stream()
                .filter(thread -> before == null || thread.id() < before)
                .toList();
        return page(all, call);
    }

    /** Between 2 and 100 at once, says Discord's description. */
    private JsonNode page(List<Channel> all, Call call) {
        int limit = call.number("limit", 50, 2, 100);
        return list(all.stream().limit(limit).toList()).put("has_more", all.size() > limit);
    }

    private JsonNode active(Call call) {
        long guild = GuildRoutes.joined(world, call).id();
        ObjectNode list =
                list(world.threads().activeSeenBy(guild, call.actor().userId()).reversed());
        return list.put("has_more", false);
    }

    private ObjectNode list(List<Channel> threads) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("threads");
        ArrayNode own = json.putArray("members");
        for (Channel thread : threads) {
            list.add(ChannelJson.channel(world, thread));
            if (thread.threadMembers().contains(world.botId())) {
                own.add(ChannelJson.threadMember(thread, world.botId()));
            }
        }
        return json;
    }

    /** The thread of the path, which whoever calls must see. */
    private Channel thread(Call call) {
        Channel thread = channel(call);
        world.permissions().require(thread, call.actor().userId());
        if (!thread.isThread()) {
            throw DiscordError.WRONG_CHANNEL_TYPE.exception();
        }
        return thread;
    }

    private JsonNode members(Call call) {
        Channel thread = thread(call);
        Long after = call.snowflake("after");
        ArrayNode members = Json.array();
        thread.threadMembers().stream()
                .sorted()
                .filter(id -> after == null || id > after)
                .limit(call.number("limit", 100, 1, 100))
                .forEach(id -> members.add(shown(thread, id, call)));
        return members;
    }

    private ObjectNode shown(Channel thread, long userId, Call call) {
        ObjectNode json = ChannelJson.threadMember(thread, userId);
        if ("true".equals(call.query("with_member"))) {
            Guild guild = world.guild(thread.guildId());
            json.set("member", GuildJson.member(world, world.guilds().member(guild, userId)));
        }
        return json;
    }

    private JsonNode member(Call call) {
        Channel thread = thread(call);
        long user = call.text("user_id").equals("@me") ? call.actor().userId() : call.id("user_id");
        if (!thread.threadMembers().contains(user)) {
            throw DiscordError.UNKNOWN_MEMBER.exception();
        }
        return shown(thread, user, call);
    }

    private @Nullable JsonNode join(Call call) {
        world.threads().members().join(thread(call), call.actor());
        return null;
    }

    private @Nullable JsonNode leave(Call call) {
        world.threads().members().leave(thread(call), call.actor());
        return null;
    }

    private @Nullable JsonNode add(Call call) {
        world.threads().members().add(thread(call), call.id("user_id"), call.actor());
        return null;
    }

    private @Nullable JsonNode remove(Call call) {
        world.threads().members().remove(thread(call), call.id("user_id"), call.actor());
        return null;
    }
}
