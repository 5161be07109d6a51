package dev.homelab.local.discord.page;

import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.ChannelJson;
import dev.homelab.local.discord.world.ChannelType;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.GuildJson;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Locales;
import dev.homelab.local.discord.world.Member;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.MessageJson;
import dev.homelab.local.discord.world.Permission;
import dev.homelab.local.discord.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one person sees, as JSON for the page. */
final class Views {

    private final World world;

    Views(World world) {
        this.world = world;
    }

    /** The people one can be, and this one's servers, channels and conversations. */
    JsonNode home(long viewer) {
        return world.locked(() -> {
            ObjectNode json = Json.object();
            ArrayNode people = json.putArray("people");
            world.users()
                    .forEach(user -> people.addObject()
                            .put("id", Long.toString(user.id()))
                            .put("name", user.shownName())
                            .put("bot", user.bot())
                            .put("locale", user.language()));
            ArrayNode locales = json.putArray("locales");
            Locales.ALL.forEach(locales::add);
            ArrayNode guilds = json.putArray("guilds");
            world.guilds().of(viewer).forEach(guild -> guilds.add(guild(guild, viewer)));
            ArrayNode direct = json.putArray("direct");
            world.channels()
                    .directOf(viewer)
                    .forEach(channel -> direct.add(ChannelJson.channel(world, channel)
                            .put(
                                    "name",
                                    world.channels().partner(channel, viewer).shownName())));
            return json;
        });
    }

    private ObjectNode guild(Guild guild, long viewer) {
        ObjectNode json = Json.object().put("id", Long.toString(guild.id())).put("name", guild.name());
        ArrayNode channels = json.putArray("channels");
        world.channels().of(guild.id()).stream()
                .filter(channel -> shows(channel, viewer))
                .forEach(channel -> channels.add(ChannelJson.channel(world, channel)));
        ArrayNode threads = json.putArray("threads");
        world.threads().of(guild.id()).stream()
                .filter(thread -> world.permissions().sees(thread, viewer))
                .forEach(thread -> threads.add(ChannelJson.channel(world, thread)
                        .put("joined", thread.threadMembers().contains(viewer))));
        ArrayNode members = json.putArray("members");
        for (Member member : guild.members()) {
            members.add(GuildJson.member(world, member));
        }
        ArrayNode roles = json.putArray("roles");
        guild.roles().forEach(role -> roles.add(GuildJson.role(role)));
        return json;
    }

    /** One channel with its newest messages, those only to this person included. */
    JsonNode channel(long channelId, long viewer) {
        return world.locked(() -> {
            Channel channel = world.channel(channelId);
            ObjectNode json = Json.object();
            json.set("channel", ChannelJson.channel(world, channel));
            ArrayNode messages = json.putArray("messages");
            var seen = world.messages().seenBy(channel, Actor.of(viewer));
            seen.subList(Math.max(0, seen.size() - 100), seen.size())
                    .forEach(message -> messages.add(message(message, viewer)));
            Permission needed = channel.isThread() ? Permission.SEND_MESSAGES_IN_THREADS : Permission.SEND_MESSAGES;
            boolean may = channel.type() != ChannelType.CATEGORY
                    && (world.permissions().in(channel, viewer) & needed.bit()) != 0;
            return json.put("may_send", may);
        });
    }

    ObjectNode message(Message message, long viewer) {
        ObjectNode json = MessageJson.message(world, message, viewer);
        return json.put("ephemeral", message.isEphemeral()).put("loading", message.isLoading());
    }

    JsonNode commands(long channelId, long viewer) {
        return world.locked(() -> {
            ArrayNode commands = Json.array();
            world.commands().usable(world.channel(channelId), Actor.of(viewer)).forEach(commands::add);
            return commands;
        });
    }

    /** Discord's own page names a category to whoever sees one of its channels. */
    private boolean shows(Channel channel, long viewer) {
        return world.permissions().sees(channel, viewer)
                || world.channels().of(channel.guildId()).stream()
                        .anyMatch(child -> child.parentId() == channel.id()
                                && world.permissions().sees(child, viewer));
    }
}
