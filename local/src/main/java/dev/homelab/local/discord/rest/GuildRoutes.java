package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.GuildJson;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Member;
import dev.homelab.local.discord.world.Permission;
import dev.homelab.local.discord.world.World;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Servers, members, roles and the audit log. */
final class GuildRoutes {

    private static final String MEMBER = "/guilds/{guild_id}/members/{user_id}";

    private final World world;

    GuildRoutes(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.add("GET /guilds/{guild_id}", 200, call -> GuildJson.guild(joined(world, call)));
        routes.add("GET /guilds/{guild_id}/members", 200, this::members);
        routes.add("GET /guilds/{guild_id}/members/search", 200, this::search);
        routes.add("GET " + MEMBER, 200, this::member);
        routes.add("PATCH " + MEMBER, 200, this::modify);
        routes.add("DELETE " + MEMBER, 204, this::kick);
        routes.add("PUT " + MEMBER + "/roles/{role_id}", 204, call -> role(call, true));
        routes.add("DELETE " + MEMBER + "/roles/{role_id}", 204, call -> role(call, false));
        routes.add("GET /guilds/{guild_id}/roles", 200, this::roles);
        routes.add("POST /guilds/{guild_id}/roles", 200, this::createRole);
        routes.add(
                "GET /guilds/{guild_id}/roles/{role_id}",
                200,
                call -> GuildJson.role(joined(world, call).role(call.id("role_id"))));
        routes.add("PATCH /guilds/{guild_id}/roles/{role_id}", 200, this::modifyRole);
        routes.add("DELETE /guilds/{guild_id}/roles/{role_id}", 204, this::deleteRole);
        routes.add("GET /guilds/{guild_id}/audit-logs", 200, this::auditLog);
    }

    /** The server of the path, which whoever calls must be in. */
    static Guild joined(World world, Call call) {
        Guild guild = world.guild(call.id("guild_id"));
        if (guild.member(call.actor().userId()) == null) {
            throw DiscordError.UNKNOWN_GUILD.exception();
        }
        return guild;
    }

    private JsonNode members(Call call) {
        Guild guild = joined(world, call);
        Long after = call.snowflake("after");
        ArrayNode members = Json.array();
        guild.members().stream()
                .filter(member -> after == null || member.userId() > after)
                .limit(call.number("limit", 1, 1, 1000))
                .forEach(member -> members.add(GuildJson.member(world, member)));
        return members;
    }

    private JsonNode search(Call call) {
        String start = String.valueOf(call.query("query")).toLowerCase(Locale.ROOT);
        ArrayNode found = Json.array();
        joined(world, call).members().stream()
                .filter(member -> world.user(member.userId()).name().startsWith(start))
                .limit(call.number("limit", 1, 1, 1000))
                .forEach(member -> found.add(GuildJson.member(world, member)));
        return found;
    }

    private JsonNode member(Call call) {
        Member member = world.guilds().member(joined(world, call), call.id("user_id"));
        return GuildJson.member(world, member);
    }

    private JsonNode modify(Call call) {
        long user = call.text("user_id").equals("@me") ? call.actor().userId() : call.id("user_id");
        return GuildJson.member(world, world.guilds().modify(joined(world, call), user, call.body(), call.actor()));
    }

    private @Nullable JsonNode kick(Call call) {
        world.guilds().kick(joined(world, call), call.id("user_id"), call.actor());
        return null;
    }

    private @Nullable JsonNode role(Call call, boolean given) {
        world.guilds().role(joined(world, call), call.id("user_id"), call.id("role_id"), given, call.actor());
        return null;
    }

    private JsonNode roles(Call call) {
        ArrayNode roles = Json.array();
        joined(world, call).roles().forEach(role -> roles.add(GuildJson.role(role)));
        return roles;
    }

    private JsonNode createRole(Call call) {
        return GuildJson.role(world.guilds().createRole(joined(world, call), call.body(), call.actor()));
    }

    private JsonNode modifyRole(Call call) {
        return GuildJson.role(
                world.guilds().modifyRole(joined(world, call), call.id("role_id"), call.body(), call.actor()));
    }

    private @Nullable JsonNode deleteRole(Call call) {
        world.guilds().deleteRole(joined(world, call), call.id("role_id"), call.actor());
        return null;
    }

    private JsonNode auditLog(Call call) {
        Guild guild = joined(world, call);
        world.permissions().require(guild, call.actor().userId(), Permission.VIEW_AUDIT_LOG);
        Integer action = call.query("action_type") == null ? null : call.number("action_type", 0, 1, 1000);
        ObjectNode json = Json.object();
        for (String empty : new String[] {
            "application_commands",
            "auto_moderation_rules",
            "guild_scheduled_events",
            "integrations",
            "threads",
            "users",
            "webhooks"
        }) {
            json.putArray(empty);
        }
        ArrayNode entries = json.putArray("audit_log_entries");
        world.auditLog()
                .entries(guild.id(), action, call.number("limit", 50, 1, 100))
                .forEach(entry -> entries.add(entry.deepCopy().remove(java.util.List.of("guild_id"))));
        return json;
    }
}
