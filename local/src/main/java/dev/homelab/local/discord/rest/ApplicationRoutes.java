package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.ChannelJson;
import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.GuildJson;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Snowflakes;
import dev.homelab.local.discord.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The application, its commands, users, and where the gateway is. */
final class ApplicationRoutes {

    private static final String APPLICATION = "/applications/{application_id}";

    private final World world;
    private final Gateways gateways;

    ApplicationRoutes(World world, Gateways gateways) {
        this.world = world;
        this.gateways = gateways;
    }

    void addTo(Routes routes) {
        routes.add("GET /gateway", Route.Auth.NONE, 200, call -> Json.object().put("url", gateways.url()));
        routes.add("GET /gateway/bot", 200, call -> gateway());
        routes.add("GET /applications/@me", 200, call -> application());
        routes.add("GET /oauth2/applications/@me", 200, call -> application());
        routes.add("GET /users/@me", Route.Auth.BOT_OR_BEARER, 200, this::self);
        routes.add("GET /users/{user_id}", 200, call -> GuildJson.user(world.user(call.id("user_id"))));
        routes.add("POST /users/@me/channels", 200, this::direct);
        routes.add("GET /users/@me/guilds", Route.Auth.BOT_OR_BEARER, 200, this::guilds);
        routes.add("GET /users/@me/guilds/{guild_id}/member", Route.Auth.BEARER, 200, this::ownMember);
        routes.add("DELETE /users/@me/guilds/{guild_id}", 204, this::leave);
        commands(routes, APPLICATION + "/commands");
        commands(routes, APPLICATION + "/guilds/{guild_id}/commands");
    }

    private void commands(Routes routes, String path) {
        routes.add("GET " + path, 200, call -> array(world.commands().of(guild(call))));
        routes.add("POST " + path, 201, call -> world.commands().put(guild(call), call.body()));
        routes.add("PUT " + path, 200, call -> array(world.commands().replace(guild(call), call.list())));
        String one = path + "/{command_id}";
        routes.add("GET " + one, 200, call -> world.commands().get(guild(call), call.text("command_id")));
        routes.add(
                "PATCH " + one, 200, call -> world.commands().edit(guild(call), call.text("command_id"), call.body()));
        routes.add("DELETE " + one, 204, this::deleteCommand);
    }

    private long guild(Call call) {
        if (call.id("application_id") != world.botId()) {
            throw DiscordError.UNKNOWN_APPLICATION.exception();
        }
        return call.values().containsKey("guild_id")
                ? GuildRoutes.joined(world, call).id()
                : 0;
    }

    private static ArrayNode array(Iterable<ObjectNode> items) {
        ArrayNode array = Json.array();
        items.forEach(array::add);
        return array;
    }

    private @Nullable JsonNode deleteCommand(Call call) {
        world.commands().delete(guild(call), call.text("command_id"));
        return null;
    }

    private JsonNode gateway() {
        ObjectNode json = Json.object().put("url", gateways.url()).put("shards", 1);
        json.putObject("session_start_limit")
                .put("total", 1000)
                .put("remaining", 999)
                .put("reset_after", 86_400_000)
                .put("max_concurrency", 1);
        return json;
    }

    private JsonNode application() {
        String name = world.user(world.botId()).name();
        ObjectNode json = Json.object()
                .put("id", Long.toString(world.botId()))
                .put("name", name)
                .put("description", "")
                .put("summary", "")
                .put("bot_public", false)
                .put("bot_require_code_grant", false)
                .put("verify_key", "0".repeat(64))
                .put("flags", 0)
                .put("flags_new", "0")
                .put("approximate_guild_count", world.guilds().of(world.botId()).size())
                .put("approximate_user_install_count", 0)
                .put("approximate_user_authorization_count", 0)
                .put("explicit_content_filter", 0);
        for (String empty :
                new String[] {"icon", "type", "interactions_endpoint_url", "role_connections_verification_url", "team"
                }) {
            json.putNull(empty);
        }
        json.putArray("redirect_uris");
        json.putArray("eligible_oauth2_scopes");
        ObjectNode bot = GuildJson.user(world.user(world.botId()));
        json.set("bot", bot);
        json.set("owner", bot.deepCopy());
        return json;
    }

    private JsonNode self(Call call) {
        ObjectNode json = GuildJson.user(world.user(call.actor().userId()))
                .put("mfa_enabled", false)
                .put("locale", world.user(call.actor().userId()).language())
                .put("verified", true);
        if (call.grant() == null || call.grant().scopes().contains("email")) {
            json.put(
                    "email", call.grant() == null ? null : json.path("username").asString() + "@example.test");
        }
        return json;
    }

    private JsonNode direct(Call call) {
        long other = Snowflakes.parse(call.body().path("recipient_id").asString(""));
        if (other == world.botId()) {
            throw DiscordError.CANNOT_MESSAGE_USER.exception();
        }
        return ChannelJson.channel(world, world.channels().direct(call.actor().userId(), other));
    }

    private JsonNode guilds(Call call) {
        scope(call, "guilds");
        ArrayNode guilds = Json.array();
        long user = call.actor().userId();
        for (Guild guild : world.guilds().of(user)) {
            ObjectNode json = Json.object()
                    .put("id", Long.toString(guild.id()))
                    .put("name", guild.name())
                    .put("owner", guild.isOwner(user))
                    .put("permissions", Long.toString(world.permissions().in(guild, user)));
            json.putNull("icon").putNull("banner").putArray("features");
            guilds.add(json);
        }
        return guilds;
    }

    private JsonNode ownMember(Call call) {
        scope(call, "guilds.members.read");
        return GuildJson.member(
                world,
                world.guilds()
                        .member(GuildRoutes.joined(world, call), call.actor().userId()));
    }

    private static void scope(Call call, String needed) {
        if (call.grant() != null && !call.grant().scopes().contains(needed)) {
            throw DiscordError.MISSING_ACCESS.exception();
        }
    }

    private @Nullable JsonNode leave(Call call) {
        world.guilds().leave(GuildRoutes.joined(world, call), call.actor().userId());
        return null;
    }
}
