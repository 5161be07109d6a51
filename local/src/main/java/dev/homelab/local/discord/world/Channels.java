package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.MANAGE_CHANNELS;
import static dev.homelab.local.discord.world.Permission.MANAGE_ROLES;
import static dev.homelab.local.discord.world.Permission.MANAGE_THREADS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Making, changing and deleting channels. */
public final class Channels {

    private static final int PER_CATEGORY = 50;

    private final World world;
    private final Overwrites overwrites;

    Channels(World world) {
        this.world = world;
        this.overwrites = new Overwrites(world);
    }

    public Overwrites overwrites() {
        return overwrites;
    }

    /** The server's channels without threads, by position. */
    public List<Channel> of(long guildId) {
        return world.state.channels.values().stream()
                .filter(channel -> channel.guildId == guildId && !channel.isThread())
                .sorted(Comparator.comparingInt((Channel channel) -> channel.position)
                        .thenComparingLong(channel -> channel.id))
                .toList();
    }

    /** Where the two talk in private; made when it is not there yet. */
    public Channel direct(long userId, long otherId) {
        world.user(otherId);
        return world.state.channels.values().stream()
                .filter(channel -> channel.isDirect()
                        && channel.recipients.contains(userId)
                        && channel.recipients.contains(otherId))
                .findFirst()
                .orElseGet(() -> {
                    Channel channel = new Channel(world.ids.next(), ChannelType.DM, 0, "");
                    channel.recipients.addAll(List.of(userId, otherId));
                    world.state.channels.put(channel.id, channel);
                    return channel;
                });
    }

    /** The user's direct conversations. */
    public List<Channel> directOf(long userId) {
        return world.state.channels.values().stream()
                .filter(channel -> channel.isDirect() && channel.recipients.contains(userId))
                .toList();
    }

    /** The other one in a direct conversation. */
    public User partner(Channel channel, long userId) {
        return channel.recipients.stream()
                .filter(id -> id != userId)
                .map(world::user)
                .findFirst()
                .orElseThrow(DiscordError.UNKNOWN_USER::exception);
    }

    public Channel create(Guild guild, ObjectNode body, Actor actor) {
        world.permissions().require(guild, actor.userId(), MANAGE_CHANNELS);
        Form form = new Form(body);
        Channel channel = new Channel(world.ids.next(), ChannelType.TEXT, guild.id, "");
        Integer type = form.integer("type", 0, 20);
        channel.type = type == null ? ChannelType.TEXT : type;
        if (!ChannelType.canBeCreated(channel.type)) {
            form.errors().add("type", "BASE_TYPE_CHOICES", "Value must be one of {0, 2, 4, 5}.");
        }
        channel.name = form.requiredText("name", 1, 100);
        channel.position = of(guild.id).size();
        settle(channel, form, actor);
        form.finish();
        if (of(guild.id).size() >= world.rules().channels()) {
            throw DiscordError.MAX_CHANNELS.exception();
        }
        channel.name = named(channel);
        world.state.channels.put(channel.id, channel);
        world.auditLog().add(guild.id, AuditLog.CHANNEL_CREATE, channel.id, actor);
        publish("CHANNEL_CREATE", channel);
        return channel;
    }

    /** Text channels have no spaces or capitals, whatever was asked for. */
    private static String named(Channel channel) {
        boolean free = channel.type == ChannelType.CATEGORY || channel.type == ChannelType.VOICE;
        return free ? channel.name : channel.name.strip().replace(' ', '-').toLowerCase(java.util.Locale.ROOT);
    }

    private void settle(Channel channel, Form form, Actor actor) {
        form.ignore("bitrate", "user_limit", "rtc_region", "video_quality_mode");
        if (form.has("topic")) {
            channel.topic = form.text("topic", 0, 1024);
        }
        channel.position = Objects.requireNonNullElse(form.integer("position", 0, 10_000), channel.position);
        channel.nsfw = Objects.requireNonNullElse(form.flag("nsfw"), channel.nsfw);
        channel.slowmodeSeconds =
                Objects.requireNonNullElse(form.integer("rate_limit_per_user", 0, 21_600), channel.slowmodeSeconds);
        channel.defaultAutoArchiveMinutes = Objects.requireNonNullElse(
                form.choice("default_auto_archive_duration", ThreadState.AUTO_ARCHIVE),
                channel.defaultAutoArchiveMinutes);
        form.ignore("default_thread_rate_limit_per_user");
        if (form.has("parent_id")) {
            moveTo(channel, form);
        }
        if (form.has("permission_overwrites")) {
            overwrites.replace(channel, form, actor);
        }
    }

    private void moveTo(Channel channel, Form form) {
        Long parent = form.id("parent_id");
        if (parent == null) {
            channel.parentId = 0;
            return;
        }
        Channel category = world.state.channels.get(parent);
        if (category == null || category.type != ChannelType.CATEGORY || category.guildId != channel.guildId) {
            form.errors().add("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist");
        } else if (channel.parentId != parent && children(parent).size() >= PER_CATEGORY) {
            form.errors()
                    .add(
                            "parent_id",
                            "CHANNEL_PARENT_MAX_CHANNELS",
                            "Maximum number of channels in category reached (50)");
        } else {
            channel.parentId = parent;
        }
    }

    private List<Channel> children(long parentId) {
        return world.state.channels.values().stream()
                .filter(channel -> channel.parentId == parentId)
                .toList();
    }

    public Channel modify(Channel channel, ObjectNode body, Actor actor) {
        if (channel.isThread()) {
            return world.threads().modify(channel, body, actor);
        }
        if (channel.isDirect()) {
            throw DiscordError.DM_ACTION.exception();
        }
        world.permissions().require(channel, actor.userId(), MANAGE_CHANNELS);
        if (body.has("permission_overwrites")) {
            world.permissions().require(channel, actor.userId(), MANAGE_ROLES);
        }
        Channel draft = copy(channel);
        Form form = new Form(body);
        form.ignore("type", "flags");
        draft.name = Objects.requireNonNullElse(form.text("name", 1, 100), channel.name);
        settle(draft, form, actor);
        form.finish();
        draft.name = named(draft);
        take(draft, channel);
        world.auditLog().add(channel.guildId, AuditLog.CHANNEL_UPDATE, channel.id, actor);
        publish("CHANNEL_UPDATE", channel);
        return channel;
    }

    /** Moves several of the server's channels at once, each to a position, under a category, or both. */
    public void reorder(Guild guild, ArrayNode moves, Actor actor) {
        world.permissions().require(guild, actor.userId(), MANAGE_CHANNELS);
        Map<Channel, Channel> moved = new LinkedHashMap<>();
        for (int i = 0; i < moves.size(); i++) {
            Form form = new Form(moves.get(i) instanceof ObjectNode move ? move : Json.object());
            Channel channel = world.channel(Objects.requireNonNullElse(form.id("id"), 0L));
            if (channel.guildId != guild.id || channel.isThread()) {
                throw DiscordError.UNKNOWN_CHANNEL.exception();
            }
            moved.put(channel, move(channel, form));
        }
        moved.forEach((channel, draft) -> {
            take(draft, channel);
            publish("CHANNEL_UPDATE", channel);
        });
    }

    private Channel move(Channel channel, Form form) {
        Channel draft = copy(channel);
        draft.position = Objects.requireNonNullElse(form.integer("position", 0, 10_000), channel.position);
        if (form.has("parent_id")) {
            moveTo(draft, form);
        }
        boolean synced = Boolean.TRUE.equals(form.flag("lock_permissions"));
        form.finish();
        if (synced && draft.parentId != 0) {
            draft.overwrites = world.channel(draft.parentId).overwrites;
        }
        return draft;
    }

    private static Channel copy(Channel channel) {
        Channel draft = new Channel(channel.id, channel.type, channel.guildId, channel.name);
        take(channel, draft);
        return draft;
    }

    private static void take(Channel from, Channel to) {
        to.name = from.name;
        to.topic = from.topic;
        to.parentId = from.parentId;
        to.position = from.position;
        to.nsfw = from.nsfw;
        to.slowmodeSeconds = from.slowmodeSeconds;
        to.defaultAutoArchiveMinutes = from.defaultAutoArchiveMinutes;
        to.overwrites = new LinkedHashMap<>(from.overwrites);
    }

    /** Whether a change of name or topic is refused now: two in ten minutes are let through. */
    public boolean renamedTooOften(Channel channel, ObjectNode body) {
        if (!body.has("name") && !body.has("topic")) {
            return false;
        }
        channel.renames.removeIf(at -> !at.plus(Duration.ofMinutes(10)).isAfter(world.now()));
        return channel.renames.size() >= 2 || !channel.renames.add(world.now());
    }

    /** Seconds until {@link #renamedTooOften} lets the next change through. */
    public long renameWaitSeconds(Channel channel) {
        return Duration.between(world.now(), channel.renames.getFirst().plus(Duration.ofMinutes(10)))
                        .toSeconds()
                + 1;
    }

    /** Deletes it; a category's channels stay, a channel's threads go without a word. */
    public Channel delete(Channel channel, Actor actor) {
        if (channel.isDirect()) {
            return channel;
        }
        world.permissions().require(channel, actor.userId(), channel.isThread() ? MANAGE_THREADS : MANAGE_CHANNELS);
        world.state.channels.remove(channel.id);
        int action = channel.isThread() ? AuditLog.THREAD_DELETE : AuditLog.CHANNEL_DELETE;
        world.auditLog().add(channel.guildId, action, channel.id, actor);
        if (channel.isThread()) {
            world.threads().publishDeleted(channel);
            return channel;
        }
        for (Channel child : new ArrayList<>(children(channel.id))) {
            orphan(child);
        }
        publish("CHANNEL_DELETE", channel);
        return channel;
    }

    private void orphan(Channel child) {
        if (child.isThread()) {
            world.state.channels.remove(child.id);
        } else {
            child.parentId = 0;
            publish("CHANNEL_UPDATE", child);
        }
    }

    void publish(String event, Channel channel) {
        world.emit(Event.of(event, ChannelJson.channel(world, channel), channel.guildId, channel.id, Intents.GUILDS));
    }
}
