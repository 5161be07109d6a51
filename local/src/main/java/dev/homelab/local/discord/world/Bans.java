package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.BAN_MEMBERS;

import java.time.Instant;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Who may not be in a server. */
public final class Bans {

    private static final int WEEK = 604_800;

    private final World world;

    Bans(World world) {
        this.world = world;
    }

    /** Reasons by user id; an empty one where none was given. */
    public NavigableMap<Long, String> of(Guild guild, Actor actor) {
        world.permissions().require(guild, actor.userId(), BAN_MEMBERS);
        return new TreeMap<>(guild.bans);
    }

    /** Why the user is banned, empty where no reason was given; refused with 10026 when they are not. */
    public String reason(Guild guild, long userId, Actor actor) {
        String reason = of(guild, actor).get(userId);
        if (reason == null) {
            throw DiscordError.UNKNOWN_BAN.exception();
        }
        return reason;
    }

    /** Bans, sends away who is in the server, and deletes what they said in the last {@code delete_message_seconds}. */
    public void ban(Guild guild, long userId, ObjectNode body, Actor actor) {
        world.permissions().require(guild, actor.userId(), BAN_MEMBERS);
        world.user(userId);
        Form form = new Form(body);
        int days = Objects.requireNonNullElse(form.integer("delete_message_days", 0, 7), 0);
        int seconds = Objects.requireNonNullElse(form.integer("delete_message_seconds", 0, WEEK), days * 86_400);
        form.finish();
        if (guild.members.containsKey(userId)) {
            world.guilds().outrank(guild, userId, actor);
        }
        world.auditLog().add(guild.id, AuditLog.MEMBER_BAN, userId, actor);
        guild.bans.put(userId, Objects.requireNonNullElse(actor.reason(), ""));
        if (guild.members.containsKey(userId)) {
            world.guilds().leave(guild, userId);
        }
        publish("GUILD_BAN_ADD", guild, userId);
        forget(guild, userId, world.now().minusSeconds(seconds));
    }

    private void forget(Guild guild, long userId, Instant since) {
        for (Channel channel : world.state.channels.values()) {
            Set<Long> said = new HashSet<>();
            for (Message message : channel.messages.values()) {
                if (channel.guildId == guild.id && message.authorId == userId && message.sentAt.isAfter(since)) {
                    said.add(message.id);
                }
            }
            if (!said.isEmpty()) {
                world.messages().removeAll(channel, said);
            }
        }
    }

    public void unban(Guild guild, long userId, Actor actor) {
        world.permissions().require(guild, actor.userId(), BAN_MEMBERS);
        if (guild.bans.remove(userId) == null) {
            throw DiscordError.UNKNOWN_BAN.exception();
        }
        world.auditLog().add(guild.id, AuditLog.MEMBER_UNBAN, userId, actor);
        publish("GUILD_BAN_REMOVE", guild, userId);
    }

    private void publish(String event, Guild guild, long userId) {
        ObjectNode json = Json.object().put("guild_id", Long.toString(guild.id));
        json.set("user", GuildJson.user(world.user(userId)));
        world.emit(Event.of(event, json, guild.id, 0, Intents.GUILD_MODERATION));
    }
}
