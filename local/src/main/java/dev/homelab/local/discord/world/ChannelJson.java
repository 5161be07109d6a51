package dev.homelab.local.discord.world;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Channels and threads as Discord writes them to the bot. */
public final class ChannelJson {

    private ChannelJson() {}

    public static ObjectNode channel(World world, Channel channel) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(channel.id))
                .put("type", channel.type)
                .put("flags", channel.flags);
        if (ChannelType.holdsMessages(channel.type)) {
            json.put("last_message_id", idOrNull(channel.lastMessageId));
        }
        if (channel.isDirect()) {
            return direct(world, channel, json);
        }
        json.put("guild_id", Long.toString(channel.guildId))
                .put("name", channel.name)
                .put("parent_id", idOrNull(channel.parentId));
        if (channel.thread != null) {
            return thread(world, channel, channel.thread, json);
        }
        return guildChannel(channel, json);
    }

    private static ObjectNode direct(World world, Channel channel, ObjectNode json) {
        ArrayNode recipients = json.putArray("recipients");
        channel.recipients.stream()
                .filter(id -> id != world.botId())
                .forEach(id -> recipients.add(GuildJson.user(world.user(id))));
        return json;
    }

    private static ObjectNode guildChannel(Channel channel, ObjectNode json) {
        json.put("position", channel.position).put("nsfw", channel.nsfw);
        ArrayNode overwrites = json.putArray("permission_overwrites");
        channel.overwrites.values().forEach(overwrite -> overwrites.add(overwrite(overwrite)));
        if (channel.type == ChannelType.VOICE) {
            json.put("bitrate", 64_000).put("user_limit", 0).putNull("rtc_region");
        }
        if (ChannelType.holdsMessages(channel.type)) {
            json.put("topic", channel.topic).put("rate_limit_per_user", channel.slowmodeSeconds);
        }
        if (channel.defaultAutoArchiveMinutes != 0) {
            json.put("default_auto_archive_duration", channel.defaultAutoArchiveMinutes);
        }
        return json;
    }

    private static ObjectNode overwrite(Overwrite overwrite) {
        return Json.object()
                .put("id", Long.toString(overwrite.id()))
                .put("type", overwrite.member() ? 1 : 0)
                .put("allow", Long.toString(overwrite.allow()))
                .put("deny", Long.toString(overwrite.deny()));
    }

    private static ObjectNode thread(World world, Channel channel, ThreadState thread, ObjectNode json) {
        ObjectNode metadata = json.put("owner_id", Long.toString(thread.ownerId))
                .put("rate_limit_per_user", channel.slowmodeSeconds)
                .put("message_count", channel.messages().size())
                .put("member_count", Math.min(50, thread.members.size()))
                .put("total_message_sent", thread.messagesSent)
                .putObject("thread_metadata")
                .put("archived", thread.archived)
                .put("archive_timestamp", thread.archiveChangedAt.toString())
                .put("auto_archive_duration", thread.autoArchiveMinutes)
                .put("locked", thread.locked)
                .put("create_timestamp", thread.createdAt.toString());
        if (channel.type == ChannelType.PRIVATE_THREAD) {
            metadata.put("invitable", thread.invitable);
        }
        Instant joined = thread.members.get(world.botId());
        if (joined != null) {
            json.set("member", threadMember(channel.id, world.botId(), joined));
        }
        return json;
    }

    public static ObjectNode threadMember(Channel thread, long userId) {
        return threadMember(
                thread.id,
                userId,
                Objects.requireNonNull(thread.thread().members.get(userId)));
    }

    private static ObjectNode threadMember(long threadId, long userId, Instant joined) {
        return Json.object()
                .put("id", Long.toString(threadId))
                .put("user_id", Long.toString(userId))
                .put("join_timestamp", joined.toString())
                .put("flags", 0);
    }

    static @Nullable String idOrNull(long id) {
        return id == 0 ? null : Long.toString(id);
    }
}
