package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.MANAGE_ROLES;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A channel's exceptions from its server's permissions. */
public final class Overwrites {

    private final World world;

    Overwrites(World world) {
        this.world = world;
    }

    /** Takes the whole list from a form that makes or changes a channel. */
    void replace(Channel channel, Form form, Actor actor) {
        ArrayNode list = form.list("permission_overwrites", 100);
        Map<Long, Overwrite> replaced = new LinkedHashMap<>();
        for (int i = 0; list != null && i < list.size(); i++) {
            Form item = new Form(list.get(i) instanceof ObjectNode object ? object : Json.object());
            Long id = item.id("id");
            if (id == null) {
                form.errors().required("permission_overwrites." + i + ".id");
                continue;
            }
            Overwrite overwrite = read(id, item);
            mayGrant(channel, overwrite, actor);
            replaced.put(id, overwrite);
        }
        channel.overwrites = replaced;
    }

    private static Overwrite read(long id, Form form) {
        int type = Objects.requireNonNullElse(form.choice("type", 0, 1), 0);
        long allow = Objects.requireNonNullElse(form.bits("allow"), 0L);
        long deny = Objects.requireNonNullElse(form.bits("deny"), 0L);
        form.finish();
        return new Overwrite(id, type == 1, allow, deny);
    }

    /** Nobody hands out what they have not got; Manage Roles in a channel is for administrators alone. */
    private void mayGrant(Channel channel, Overwrite overwrite, Actor actor) {
        Guild guild = world.guild(channel.guildId);
        long own = world.permissions().in(guild, actor.userId());
        if (own == Permission.ALL) {
            return;
        }
        Overwrite before = channel.overwrites.get(overwrite.id());
        long allowChanged = overwrite.allow() ^ (before == null ? 0 : before.allow());
        long denyChanged = overwrite.deny() ^ (before == null ? 0 : before.deny());
        long changed = allowChanged | denyChanged;
        if ((changed & ~own) != 0 || MANAGE_ROLES.in(changed)) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
    }

    /** Sets one. */
    public void put(Channel channel, long id, ObjectNode body, Actor actor) {
        world.permissions().require(channel, actor.userId(), MANAGE_ROLES);
        Overwrite overwrite = read(id, new Form(body));
        Guild guild = world.guild(channel.guildId);
        boolean known = overwrite.member() ? world.state.users.containsKey(id) : guild.roles.containsKey(id);
        if (!known) {
            throw DiscordError.UNKNOWN_OVERWRITE.exception();
        }
        mayGrant(channel, overwrite, actor);
        channel.overwrites.put(id, overwrite);
        changed(channel, AuditLog.OVERWRITE_UPDATE, actor);
    }

    /** Removes one. */
    public void delete(Channel channel, long id, Actor actor) {
        world.permissions().require(channel, actor.userId(), MANAGE_ROLES);
        if (channel.overwrites.remove(id) == null) {
            throw DiscordError.UNKNOWN_OVERWRITE.exception();
        }
        changed(channel, AuditLog.OVERWRITE_DELETE, actor);
    }

    private void changed(Channel channel, int action, Actor actor) {
        world.auditLog().add(channel.guildId, action, channel.id, actor);
        world.channels().publish("CHANNEL_UPDATE", channel);
    }
}
