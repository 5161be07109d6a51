package dev.homelab.local.discord.world;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages as Discord writes them. */
public final class MessageJson {

    private MessageJson() {}

    /** The message for {@code viewer}, whose own reactions are marked. */
    public static ObjectNode message(World world, Message message, long viewer) {
        ObjectNode json = basic(world, message);
        reactions(json, message, viewer);
        Message referenced = world.messages().referenced(message);
        if (referenced != null) {
            json.set("referenced_message", basic(world, referenced));
        }
        if (message.threadId != 0) {
            Channel thread = world.state.channels.get(message.threadId);
            if (thread != null) {
                json.set("thread", ChannelJson.channel(world, thread));
            }
        }
        return json;
    }

    private static ObjectNode basic(World world, Message message) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(message.id))
                .put("channel_id", Long.toString(message.channelId))
                .put("type", message.type)
                .put("content", message.content)
                .put("timestamp", message.sentAt.toString())
                .put("edited_timestamp", message.editedAt == null ? null : message.editedAt.toString())
                .put("flags", message.flags)
                .put("pinned", message.pinnedAt != null)
                .put("mention_everyone", message.mentionsEveryone)
                .put("tts", message.tts);
        json.set("author", GuildJson.user(world.user(message.authorId)));
        ArrayNode mentions = json.putArray("mentions");
        message.mentions.forEach(id -> mentions.add(GuildJson.user(world.user(id))));
        json.set("mention_roles", Json.ids(message.mentionedRoles));
        json.set("embeds", message.embeds.deepCopy());
        json.set("components", message.components.deepCopy());
        ArrayNode attachments = json.putArray("attachments");
        message.attachments.forEach(
                file -> attachments.add(world.messages().files().json(message, file)));
        optional(json, message, world.botId());
        return json;
    }

    private static void optional(ObjectNode json, Message message, long botId) {
        if (message.reference != null) {
            json.set("message_reference", message.reference.deepCopy());
        }
        if (message.nonce != null) {
            json.put("nonce", message.nonce);
        }
        if (message.interaction != null) {
            json.set("interaction_metadata", message.interaction.deepCopy());
            json.put("webhook_id", Long.toString(botId));
        }
        if (message.authorId == botId) {
            json.put("application_id", Long.toString(botId));
        }
    }

    private static void reactions(ObjectNode json, Message message, long viewer) {
        if (message.reactions.isEmpty()) {
            return;
        }
        ArrayNode reactions = json.putArray("reactions");
        message.reactions.forEach((emoji, users) -> {
            ObjectNode reaction = reactions
                    .addObject()
                    .put("count", users.size())
                    .put("me", users.contains(viewer))
                    .put("me_burst", false);
            reaction.putObject("emoji").put("name", emoji).putNull("id");
            reaction.putObject("count_details").put("normal", users.size()).put("burst", 0);
            reaction.putArray("burst_colors");
        });
    }

    /** Takes the words away, as Discord does from who lacks MESSAGE_CONTENT. */
    public static ObjectNode withoutContent(ObjectNode message) {
        message.put("content", "");
        for (String list : List.of("embeds", "attachments", "components")) {
            message.putArray(list);
        }
        return message;
    }

    /** The message as an event carries it: with the server and the author's membership. */
    static ObjectNode event(World world, Message message, @Nullable Guild guild) {
        ObjectNode json = message(world, message, world.botId());
        if (guild == null) {
            return json.put("channel_type", ChannelType.DM);
        }
        json.put("guild_id", Long.toString(guild.id)).put("channel_type", world.channel(message.channelId).type);
        Member author = guild.member(message.authorId);
        if (author != null) {
            json.set("member", GuildJson.partialMember(author));
        }
        return json;
    }
}
