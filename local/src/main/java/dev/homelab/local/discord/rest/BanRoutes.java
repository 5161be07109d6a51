package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.GuildJson;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is banned from a server. */
final class BanRoutes {

    private static final String ONE = "/guilds/{guild_id}/bans/{user_id}";

    private final World world;

    BanRoutes(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.add("GET /guilds/{guild_id}/bans", 200, this::list);
        routes.add("GET " + ONE, 200, this::get);
        routes.add("PUT " + ONE, 204, this::ban);
        routes.add("DELETE " + ONE, 204, this::unban);
    }

    /** By user id, ascending; the last ones before {@code before}, if that is asked for. */
    private JsonNode list(Call call) {
        var bans = world.bans().of(GuildRoutes.joined(world, call), call.actor());
        int limit = call.number("limit", 1000, 1, 1000);
        Long before = call.snowflake("before");
        Long after = call.snowflake("after");
        ArrayNode list = Json.array();
        if (before != null) {
            var earlier = bans.headMap(before, false);
            earlier.entrySet().stream()
                    .skip(Math.max(0, earlier.size() - limit))
                    .forEach(ban -> list.add(json(ban.getKey(), ban.getValue())));
            return list;
        }
        bans.tailMap(after == null ? 0 : after, false).entrySet().stream()
                .limit(limit)
                .forEach(ban -> list.add(json(ban.getKey(), ban.getValue())));
        return list;
    }

    private ObjectNode json(long userId, String reason) {
        return Json.object()
                .put("reason", reason.isEmpty() ? null : reason)
                .set("user", GuildJson.user(world.user(userId)));
    }

    private JsonNode get(Call call) {
        long user = call.id("user_id");
        return json(user, world.bans().reason(GuildRoutes.joined(world, call), user, call.actor()));
    }

    private @Nullable JsonNode ban(Call call) {
        world.bans().ban(GuildRoutes.joined(world, call), call.id("user_id"), call.body(), call.actor());
        return null;
    }

    private @Nullable JsonNode unban(Call call) {
        world.bans().unban(GuildRoutes.joined(world, call), call.id("user_id"), call.actor());
        return null;
    }
}
