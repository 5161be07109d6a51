package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.ADD_REACTIONS;
import static dev.homelab.local.discord.world.Permission.MANAGE_MESSAGES;

import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Reactions with unicode emoji. */
public final class Reactions {

    private final World world;

    Reactions(World world) {
        this.world = world;
    }

    public void add(Channel channel, Message message, String emoji, Actor actor) {
        world.permissions().require(channel, actor.userId());
        if (emoji.isBlank() || (emoji.codePointAt(0) < 0x80 && !emoji.contains("\u20e3"))) {
            throw DiscordError.UNKNOWN_EMOJI.exception();
        }
        if (!message.reactions.containsKey(emoji)) {
            world.permissions().require(channel, actor.userId(), ADD_REACTIONS);
            if (message.reactions.size() >= 20) {
                throw DiscordError.MAX_REACTIONS.exception();
            }
        }
        Set<Long> users = message.reactions.computeIfAbsent(emoji, missing -> new LinkedHashSet<>());
        if (users.add(actor.userId())) {
            publish("MESSAGE_REACTION_ADD", channel, message, emoji, actor.userId());
        }
    }

    public void remove(Channel channel, Message message, String emoji, long userId, Actor actor) {
        world.permissions().require(channel, actor.userId());
        if (userId != actor.userId()) {
            world.permissions().require(channel, actor.userId(), MANAGE_MESSAGES);
        }
        Set<Long> users = message.reactions.get(emoji);
        if (users == null || !users.remove(userId)) {
            throw DiscordError.UNKNOWN_EMOJI.exception();
        }
        if (users.isEmpty()) {
            message.reactions.remove(emoji);
        }
        publish("MESSAGE_REACTION_REMOVE", channel, message, emoji, userId);
    }

    private void publish(String type, Channel channel, Message message, String emoji, long userId) {
        ObjectNode json = Messages.located(channel)
                .put("message_id", Long.toString(message.id))
                .put("user_id", Long.toString(userId))
                .put("burst", false)
                .put("type", 0);
        json.putObject("emoji").put("name", emoji).putNull("id");
        if (type.endsWith("ADD")) {
            json.put("message_author_id", Long.toString(message.authorId));
            if (!channel.isDirect()) {
                json.set(
                        "member",
                        GuildJson.member(world, world.guild(channel.guildId).requireMember(userId)));
            }
        }
        int intents = channel.isDirect() ? Intents.DIRECT_MESSAGE_REACTIONS : Intents.GUILD_MESSAGE_REACTIONS;
        boolean seen = world.permissions().sees(channel, world.botId());
        world.emit(new Event(type, json, channel.guildId, channel.id, intents, seen, false));
    }
}
