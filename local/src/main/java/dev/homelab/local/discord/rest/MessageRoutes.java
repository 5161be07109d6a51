package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Intents;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.MessageJson;
import dev.homelab.local.discord.world.Snowflakes;
import dev.homelab.local.discord.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages and reactions. */
final class MessageRoutes {

    private static final String ONE = "/channels/{channel_id}/messages/{message_id}";

    private final World world;

    MessageRoutes(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.add("GET /channels/{channel_id}/messages", 200, this::list);
        routes.add("POST /channels/{channel_id}/messages", 200, this::send);
        routes.add("POST /channels/{channel_id}/messages/bulk-delete", 204, this::deleteAll);
        routes.add("GET " + ONE, 200, call -> json(message(call)));
        routes.add("PATCH " + ONE, 200, this::edit);
        routes.add("DELETE " + ONE, 204, this::delete);
        routes.add("PUT " + ONE + "/reactions/{emoji_name}/@me", 204, this::react);
        routes.add("DELETE " + ONE + "/reactions/{emoji_name}/{user_id}", 204, this::unreact);
    }

    private Channel channel(Call call) {
        return world.channel(call.id("channel_id"));
    }

    private Message message(Call call) {
        world.messages().history(channel(call), call.actor());
        return world.messages()
                .get(channel(call), call.id("message_id"), call.actor().userId());
    }

    private ObjectNode json(Message message) {
        return json(world, message);
    }

    /** The message as the bot may read it: its words are blank without the intent for them. */
    static ObjectNode json(World world, Message message) {
        ObjectNode json = MessageJson.message(world, message, world.botId());
        boolean open = (world.rules().privilegedIntents() & Intents.MESSAGE_CONTENT) != 0
                || message.authorId() == world.botId()
                || world.channel(message.channelId()).guildId() == 0
                || message.mentions(world.botId());
        return open ? json : MessageJson.withoutContent(json);
    }

    private JsonNode list(Call call) {
        List<Message> all = world.messages().history(channel(call), call.actor());
        ArrayNode page = Json.array();
        Slice.of(all, Message::id, call).forEach(message -> page.add(json(message)));
        return page;
    }

    private JsonNode send(Call call) {
        return json(world.messages().send(channel(call), call.draft(), call.actor()));
    }

    private JsonNode edit(Call call) {
        return json(world.messages().edit(channel(call), message(call), call.draft(), call.actor()));
    }

    private @Nullable JsonNode delete(Call call) {
        world.messages().delete(channel(call), message(call), call.actor());
        return null;
    }

    private @Nullable JsonNode deleteAll(Call call) {
        Set<Long> ids = new HashSet<>();
        call.body().path("messages").forEach(id -> ids.add(Snowflakes.parse(id.asString(""))));
        world.messages().deleteAll(channel(call), ids, call.actor());
        return null;
    }

    private @Nullable JsonNode react(Call call) {
        world.messages().reactions().add(channel(call), message(call), call.text("emoji_name"), call.actor());
        return null;
    }

    private @Nullable JsonNode unreact(Call call) {
        long user = call.text("user_id").equals("@me") ? call.actor().userId() : call.id("user_id");
        world.messages().reactions().remove(channel(call), message(call), call.text("emoji_name"), user, call.actor());
        return null;
    }
}
