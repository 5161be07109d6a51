package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.MANAGE_THREADS;
import static dev.homelab.local.discord.world.Permission.SEND_MESSAGES_IN_THREADS;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who takes part in a thread. */
public final class ThreadMembers {

    private static final int MOST = 1000;
    private static final int LARGEST_ROLE = 100;

    private final World world;

    ThreadMembers(World world) {
        this.world = world;
    }

    public void join(Channel thread, Actor actor) {
        world.permissions().require(thread, actor.userId());
        open(thread);
        put(thread, actor.userId());
    }

    public void leave(Channel thread, Actor actor) {
        open(thread);
        take(thread, actor.userId());
    }

    /** Adds another; into a private, uninvitable thread only by who manages threads. */
    public void add(Channel thread, long userId, Actor actor) {
        world.permissions().require(thread, actor.userId(), SEND_MESSAGES_IN_THREADS);
        open(thread);
        boolean invites = thread.type != ChannelType.PRIVATE_THREAD || thread.thread().invitable;
        if (!invites && !world.permissions().has(thread, actor.userId(), MANAGE_THREADS)) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
        Channel parent = world.channel(thread.parentId);
        world.guild(thread.guildId).requireMember(userId);
        if (!world.permissions().sees(parent, userId)) {
            throw DiscordError.MISSING_ACCESS.exception();
        }
        put(thread, userId);
    }

    /** Removes another: for who manages threads, or who started this private one. */
    public void remove(Channel thread, long userId, Actor actor) {
        world.permissions().require(thread, actor.userId());
        open(thread);
        ThreadState state = thread.thread();
        boolean own = thread.type == ChannelType.PRIVATE_THREAD && state.ownerId == actor.userId();
        if (!own && !world.permissions().has(thread, actor.userId(), MANAGE_THREADS)) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
        if (!state.members.containsKey(userId)) {
            throw DiscordError.UNKNOWN_MEMBER.exception();
        }
        take(thread, userId);
    }

    private static void open(Channel thread) {
        if (thread.thread().archived) {
            throw DiscordError.ARCHIVED_THREAD.exception();
        }
    }

    /** Adds those who were mentioned and see the parent channel. */
    void mentioned(Channel thread, Set<Long> userIds) {
        Channel parent = world.channel(thread.parentId);
        for (long userId : userIds) {
            if (world.permissions().sees(parent, userId)) {
                put(thread, userId);
            }
        }
    }

    /** A role that is larger is mentioned without adding anybody. */
    void mentionedRole(Channel thread, long roleId) {
        Set<Long> holders = world.guild(thread.guildId).members.values().stream()
                .filter(member -> member.roles.contains(roleId))
                .map(member -> member.userId)
                .collect(Collectors.toSet());
        if (holders.size() <= LARGEST_ROLE) {
            mentioned(thread, holders);
        }
    }

    void put(Channel thread, long userId) {
        Map<Long, java.time.Instant> members = thread.thread().members;
        if (members.containsKey(userId)) {
            return;
        }
        if (members.size() >= MOST) {
            throw DiscordError.MAX_THREAD_MEMBERS.exception();
        }
        boolean news = userId == world.botId() && !world.permissions().sees(thread, userId);
        members.put(userId, world.now());
        if (news) {
            world.channels().publish("THREAD_CREATE", thread);
        }
        publish(thread, userId, true);
    }

    private void take(Channel thread, long userId) {
        if (thread.thread().members.remove(userId) != null) {
            publish(thread, userId, false);
        }
    }

    private void publish(Channel thread, long userId, boolean added) {
        ObjectNode json = Json.object()
                .put("id", Long.toString(thread.id))
                .put("guild_id", Long.toString(thread.guildId))
                .put("member_count", Math.min(50, thread.thread().members.size()));
        if (added) {
            ArrayNode list = json.putArray("added_members");
            ObjectNode member = ChannelJson.threadMember(thread, userId);
            member.set(
                    "member",
                    GuildJson.member(world, world.guild(thread.guildId).requireMember(userId)));
            list.add(member.putNull("presence"));
        } else {
            json.putArray("removed_member_ids").add(Long.toString(userId));
        }
        boolean own = userId == world.botId();
        boolean seen = own || world.permissions().sees(thread, world.botId());
        int intents = own ? Intents.GUILDS : Intents.GUILD_MEMBERS;
        world.emit(new Event("THREAD_MEMBERS_UPDATE", json, thread.guildId, thread.id, intents, seen, false));
    }
}
