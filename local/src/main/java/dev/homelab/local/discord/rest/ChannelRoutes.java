package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.ChannelJson;
import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Channels and their overwrites. */
final class ChannelRoutes {

    private final World world;

    ChannelRoutes(World world) {
        this.world = world;
    }

    void addTo(Routes routes) {
        routes.add("GET /channels/{channel_id}", 200, this::get);
        routes.add("PATCH /channels/{channel_id}", 200, this::modify);
        routes.add("DELETE /channels/{channel_id}", 200, this::delete);
        routes.add("PUT /channels/{channel_id}/permissions/{overwrite_id}", 204, this::putOverwrite);
        routes.add("DELETE /channels/{channel_id}/permissions/{overwrite_id}", 204, this::deleteOverwrite);
        routes.add("POST /channels/{channel_id}/typing", 204, this::type);
        routes.add("GET /guilds/{guild_id}/channels", 200, this::list);
        routes.add("POST /guilds/{guild_id}/channels", 201, this::create);
        routes.add("PATCH /guilds/{guild_id}/channels", 204, this::reorder);
    }

    private Channel channel(Call call) {
        Channel channel = world.channel(call.id("channel_id"));
        if (!world.permissions().sees(channel, call.actor().userId())) {
            throw DiscordError.MISSING_ACCESS.exception();
        }
        return channel;
    }

    private JsonNode get(Call call) {
        return ChannelJson.channel(world, channel(call));
    }

    private JsonNode modify(Call call) {
        return ChannelJson.channel(world, world.channels().modify(channel(call), call.body(), call.actor()));
    }

    private JsonNode delete(Call call) {
        return ChannelJson.channel(world, world.channels().delete(channel(call), call.actor()));
    }

    private @Nullable JsonNode putOverwrite(Call call) {
        world.channels().overwrites().put(channel(call), call.id("overwrite_id"), call.body(), call.actor());
        return null;
    }

    private @Nullable JsonNode deleteOverwrite(Call call) {
        world.channels().overwrites().delete(channel(call), call.id("overwrite_id"), call.actor());
        return null;
    }

    private @Nullable JsonNode type(Call call) {
        channel(call);
        return null;
    }

    private JsonNode list(Call call) {
        Guild guild = GuildRoutes.joined(world, call);
        ArrayNode channels = Json.array();
        world.channels().of(guild.id()).forEach(channel -> channels.add(ChannelJson.channel(world, channel)));
        return channels;
    }

    private @Nullable JsonNode reorder(Call call) {
        world.channels().reorder(GuildRoutes.joined(world, call), call.list(), call.actor());
        return null;
    }

    private JsonNode create(Call call) {
        Guild guild = GuildRoutes.joined(world, call);
        return ChannelJson.channel(world, world.channels().create(guild, call.body(), call.actor()));
    }
}
