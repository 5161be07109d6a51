package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.Channel;
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

/** Pins, under Discord's new paths and its old ones. */
final class PinRoutes {

    private final World world;

    PinRoutes(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.add("GET /channels/{channel_id}/messages/pins", 200, this::list);
        routes.add("GET /channels/{channel_id}/pins", 200, this::listAll);
        for (String path : List.of("/channels/{channel_id}/messages/pins", "/channels/{channel_id}/pins")) {
            routes.add("PUT " + path + "/{message_id}", 204, call -> set(call, true));
            routes.add("DELETE " + path + "/{message_id}", 204, call -> set(call, false));
        }
    }

    private List<Message> pinned(Call call) {
        return world.messages().pins().of(world.channel(call.id("channel_id")), call.actor());
    }

    private JsonNode list(Call call) {
        int limit = call.number("limit", 50, 1, 50);
        Instant before = Objects.requireNonNullElse(call.time("before"), Instant.MAX);
        List<Message> pinned = pinned(call).stream()
                .filter(message -> Objects.requireNonNull(message.pinnedAt()).isBefore(before))
                .toList();
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        pinned.stream()
                .limit(limit)
                .forEach(message -> items.addObject()
                        .put("pinned_at", String.valueOf(message.pinnedAt()))
                        .set("message", MessageRoutes.json(world, message)));
        return json.put("has_more", pinned.size() > limit);
    }

    private JsonNode listAll(Call call) {
        ArrayNode list = Json.array();
        pinned(call).stream().limit(50).forEach(message -> list.add(MessageRoutes.json(world, message)));
        return list;
    }

    private @Nullable JsonNode set(Call call, boolean pinned) {
        Channel channel = world.channel(call.id("channel_id"));
        world.messages().history(channel, call.actor());
        Message message = world.messages()
                .get(channel, call.id("message_id"), call.actor().userId());
        world.messages().pins().set(channel, message, pinned, call.actor());
        return null;
    }
}
