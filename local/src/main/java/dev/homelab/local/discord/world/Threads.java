package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.CREATE_PRIVATE_THREADS;
import static dev.homelab.local.discord.world.Permission.CREATE_PUBLIC_THREADS;
import static dev.homelab.local.discord.world.Permission.MANAGE_THREADS;
import static dev.homelab.local.discord.world.Permission.SEND_MESSAGES_IN_THREADS;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Starting, changing, archiving and listing threads. */
public final class Threads {

    private final World world;
    private final ThreadMembers members;

    Threads(World world) {
        this.world = world;
        this.members = new ThreadMembers(world);
    }

    public ThreadMembers members() {
        return members;
    }

    public List<Channel> of(long guildId) {
        return world.state.channels.values().stream()
                .filter(channel -> channel.guildId == guildId && channel.isThread())
                .toList();
    }

    public List<Channel> active(long guildId) {
        return of(guildId).stream().filter(thread -> !thread.isArchived()).toList();
    }

    public List<Channel> activeSeenBy(long guildId, long userId) {
        return active(guildId).stream()
                .filter(thread -> world.permissions().sees(thread, userId))
                .toList();
    }

    /** The channel's archived threads, those archived last first; private ones for who manages threads. */
    public List<Channel> archived(Channel parent, boolean hidden, Actor actor) {
        world.permissions().require(parent, actor.userId(), Permission.READ_MESSAGE_HISTORY);
        if (hidden) {
            world.permissions().require(parent, actor.userId(), MANAGE_THREADS);
        }
        return of(parent.guildId).stream()
                .filter(thread -> thread.parentId == parent.id && thread.isArchived())
                .filter(thread -> hidden == (thread.type == ChannelType.PRIVATE_THREAD))
                .sorted(Comparator.comparing((Channel thread) -> thread.thread().archiveChangedAt)
                        .reversed())
                .toList();
    }

    /** The channel's archived private threads that the user takes part in, the newest first. */
    public List<Channel> archivedJoined(Channel parent, Actor actor) {
        world.permissions().require(parent, actor.userId(), Permission.READ_MESSAGE_HISTORY);
        return of(parent.guildId).stream()
                .filter(thread -> thread.parentId == parent.id && thread.isArchived())
                .filter(thread -> thread.type == ChannelType.PRIVATE_THREAD)
                .filter(thread -> thread.thread().members.containsKey(actor.userId()))
                .sorted(Comparator.comparingLong(Channel::id).reversed())
                .toList();
    }

    /** Starts a thread without a message; {@code type} in the body says which, private when it is missing. */
    public Channel start(Channel parent, ObjectNode body, Actor actor) {
        Form form = new Form(body);
        int type = Objects.requireNonNullElse(form.choice("type", 10, 11, 12), ChannelType.PRIVATE_THREAD);
        Channel thread = draft(parent, form, type, actor);
        world.state.channels.put(thread.id, thread);
        announce(thread, actor);
        if (type != ChannelType.PRIVATE_THREAD) {
            world.messages().system(parent, 18, thread.name, actor, thread.id, 0);
        }
        return thread;
    }

    /** Starts a public thread on a message, whose id it takes. */
    public Channel startFrom(Message message, Channel parent, ObjectNode body, Actor actor) {
        if (message.threadId != 0) {
            throw DiscordError.THREAD_EXISTS.exception();
        }
        Channel thread = draft(parent, new Form(body), ChannelType.PUBLIC_THREAD, actor);
        thread.id = message.id;
        message.threadId = thread.id;
        message.flags |= 1 << 5;
        world.state.channels.put(thread.id, thread);
        announce(thread, actor);
        world.messages().changed(message);
        return thread;
    }

    private Channel draft(Channel parent, Form form, int type, Actor actor) {
        boolean hidden = type == ChannelType.PRIVATE_THREAD;
        if (parent.type != ChannelType.TEXT && (hidden || parent.type != ChannelType.ANNOUNCEMENT)) {
            throw DiscordError.WRONG_CHANNEL_TYPE.exception();
        }
        world.permissions().require(parent, actor.userId(), hidden ? CREATE_PRIVATE_THREADS : CREATE_PUBLIC_THREADS);
        Channel thread = new Channel(world.ids.next(), type, parent.guildId, form.requiredText("name", 1, 100));
        ThreadState state = new ThreadState(actor.userId(), world.now());
        Integer minutes = form.choice("auto_archive_duration", ThreadState.AUTO_ARCHIVE);
        int usual = parent.defaultAutoArchiveMinutes == 0 ? 4320 : parent.defaultAutoArchiveMinutes;
        state.autoArchiveMinutes = Objects.requireNonNullElse(minutes, usual);
        state.invitable = Objects.requireNonNullElse(form.flag("invitable"), true);
        thread.slowmodeSeconds = Objects.requireNonNullElse(form.integer("rate_limit_per_user", 0, 21_600), 0);
        form.finish();
        refuseWhenFull(parent.guildId);
        state.members.put(actor.userId(), world.now());
        thread.parentId = parent.id;
        thread.thread = state;
        return thread;
    }

    private void refuseWhenFull(long guildId) {
        if (active(guildId).size() >= world.rules().activeThreads()) {
            throw DiscordError.MAX_ACTIVE_THREADS.exception();
        }
    }

    private void announce(Channel thread, Actor actor) {
        world.auditLog().add(thread.guildId, AuditLog.THREAD_CREATE, thread.id, actor);
        boolean seen = world.permissions().sees(thread, world.botId());
        ObjectNode json = ChannelJson.channel(world, thread).put("newly_created", true);
        world.emit(new Event("THREAD_CREATE", json, thread.guildId, thread.parentId, Intents.GUILDS, seen, false));
    }

    Channel modify(Channel thread, ObjectNode body, Actor actor) {
        ThreadState state = thread.thread();
        boolean manages = world.permissions().has(thread, actor.userId(), MANAGE_THREADS);
        mayModify(thread, body, actor, manages);
        Form form = new Form(body);
        ThreadChange change = ThreadChange.read(form);
        form.finish();
        if (state.archived && !Boolean.FALSE.equals(change.archived())) {
            throw DiscordError.ARCHIVED_THREAD.exception();
        }
        if (state.archived) {
            refuseWhenFull(thread.guildId);
        }
        boolean changed = change.apply(thread, state, world.now());
        if (changed) {
            world.auditLog().add(thread.guildId, AuditLog.THREAD_UPDATE, thread.id, actor);
            publish(thread);
        }
        return thread;
    }

    /** The one who started it may rename and (un)archive it; all else needs Manage Threads. */
    private void mayModify(Channel thread, ObjectNode body, Actor actor, boolean manages) {
        world.permissions().require(thread, actor.userId());
        boolean own = thread.thread().ownerId == actor.userId();
        boolean unlocked = !thread.isLocked();
        boolean ownFields = Set.of("name", "archived", "auto_archive_duration").containsAll(body.propertyNames());
        boolean waking = body.size() == 1
                && body.path("archived").isBoolean()
                && world.permissions().has(thread, actor.userId(), SEND_MESSAGES_IN_THREADS);
        if (!manages && !(unlocked && ownFields && own) && !(unlocked && waking && thread.isArchived())) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
    }

    /** Wakes an archived thread for a message; a locked one only for who manages threads. */
    void wake(Channel thread, long userId) {
        ThreadState state = thread.thread();
        if (state.locked && !world.permissions().has(thread, userId, MANAGE_THREADS)) {
            throw DiscordError.THREAD_LOCKED.exception();
        }
        if (state.archived) {
            refuseWhenFull(thread.guildId);
            state.archived = false;
            state.archiveChangedAt = world.now();
            publish(thread);
        }
    }

    /** Archives it as Discord does to an idle thread, or earlier when the server is near its cap. */
    public void archive(Channel thread) {
        ThreadState state = thread.thread();
        if (!state.archived) {
            state.archived = true;
            state.archiveChangedAt = world.now();
            publish(thread);
        }
    }

    /** Archives what has been idle for as long as its setting says. */
    public void archiveIdle() {
        world.state.channels.values().stream()
                .filter(channel -> channel.thread != null && channel.thread.idleAt(world.now()))
                .toList()
                .forEach(this::archive);
    }

    private void publish(Channel thread) {
        boolean seen = world.permissions().sees(thread, world.botId());
        ObjectNode json = ChannelJson.channel(world, thread);
        world.emit(new Event("THREAD_UPDATE", json, thread.guildId, thread.id, Intents.GUILDS, seen, false));
    }

    void publishDeleted(Channel thread) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(thread.id))
                .put("guild_id", Long.toString(thread.guildId))
                .put("parent_id", ChannelJson.idOrNull(thread.parentId))
                .put("type", thread.type);
        boolean seen = world.permissions().sees(thread, world.botId()) && !thread.isArchived();
        world.emit(new Event("THREAD_DELETE", json, thread.guildId, thread.parentId, Intents.GUILDS, seen, false));
    }

    /** The thread that was started on the message, or null. */
    @Nullable
    Channel on(Message message) {
        return message.threadId == 0 ? null : world.state.channels.get(message.threadId);
    }
}
