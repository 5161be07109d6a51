package dev.homelab.local.discord.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A category, a text channel, a thread or a direct conversation. */
public final class Channel {

    long id;
    int type;
    long guildId;
    String name = "";

    @Nullable
    String topic;

    long parentId;
    int position;
    boolean nsfw;
    int slowmodeSeconds;
    int flags;
    int defaultAutoArchiveMinutes;
    long lastMessageId;
    Map<Long, Overwrite> overwrites = new LinkedHashMap<>();
    Set<Long> recipients = new LinkedHashSet<>();
    /** Tests look at it while the bot writes. */
    NavigableMap<Long, Message> messages = new ConcurrentSkipListMap<>();

    List<Instant> renames = new ArrayList<>();

    @Nullable
    ThreadState thread;

    Channel() {}

    Channel(long id, int type, long guildId, String name) {
        this.id = id;
        this.type = type;
        this.guildId = guildId;
        this.name = name;
    }

    public long id() {
        return id;
    }

    public int type() {
        return type;
    }

    public long guildId() {
        return guildId;
    }

    public String name() {
        return name;
    }

    public @Nullable String topic() {
        return topic;
    }

    /** The category of a channel, the channel of a thread, or 0. */
    public long parentId() {
        return parentId;
    }

    public boolean isThread() {
        return thread != null;
    }

    public boolean isArchived() {
        return thread != null && thread.archived;
    }

    public boolean isLocked() {
        return thread != null && thread.locked;
    }

    /** When a thread was last archived or woken. */
    public Instant archivedAt() {
        return thread().archiveChangedAt;
    }

    public Set<Long> threadMembers() {
        return thread == null ? Set.of() : Set.copyOf(thread.members.keySet());
    }

    public List<Overwrite> overwrites() {
        return List.copyOf(overwrites.values());
    }

    /** What was said, oldest first, without ephemeral messages. */
    public List<Message> messages() {
        return messages.values().stream()
                .filter(message -> !message.isEphemeral())
                .toList();
    }

    boolean isDirect() {
        return type == ChannelType.DM;
    }

    ThreadState thread() {
        if (thread == null) {
            throw DiscordError.WRONG_CHANNEL_TYPE.exception();
        }
        return thread;
    }
}
