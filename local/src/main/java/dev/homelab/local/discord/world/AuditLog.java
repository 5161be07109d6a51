package dev.homelab.local.discord.world;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Who changed what in a server, and why. */
public final class AuditLog {

    static final int CHANNEL_CREATE = 10;
    static final int CHANNEL_UPDATE = 11;
    static final int CHANNEL_DELETE = 12;
    static final int OVERWRITE_UPDATE = 14;
    static final int OVERWRITE_DELETE = 15;
    static final int MEMBER_KICK = 20;
    static final int MEMBER_BAN = 22;
    static final int MEMBER_UNBAN = 23;
    static final int MEMBER_UPDATE = 24;
    static final int MEMBER_ROLE_UPDATE = 25;
    static final int ROLE_CREATE = 30;
    static final int ROLE_UPDATE = 31;
    static final int ROLE_DELETE = 32;
    static final int MESSAGE_DELETE = 72;
    static final int MESSAGE_PIN = 74;
    static final int MESSAGE_UNPIN = 75;
    static final int THREAD_CREATE = 110;
    static final int THREAD_UPDATE = 111;
    static final int THREAD_DELETE = 112;

    private static final int KEPT = 10_000;

    private final World world;

    AuditLog(World world) {
        this.world = world;
    }

    void add(long guildId, int action, long targetId, Actor actor) {
        ObjectNode entry = Json.object()
                .put("id", Long.toString(world.ids.next()))
                .put("guild_id", Long.toString(guildId))
                .put("action_type", action)
                .put("user_id", Long.toString(actor.userId()))
                .put("target_id", Long.toString(targetId));
        if (actor.reason() != null) {
            entry.put("reason", actor.reason());
        }
        world.state.auditLog.add(entry);
        if (world.state.auditLog.size() > KEPT) {
            world.state.auditLog.removeFirst();
        }
        world.emit(Event.of("GUILD_AUDIT_LOG_ENTRY_CREATE", entry, guildId, 0, Intents.GUILD_MODERATION));
    }

    /** The newest entries first, of one kind when {@code action} is given. */
    public List<ObjectNode> entries(long guildId, @Nullable Integer action, int limit) {
        String guild = Long.toString(guildId);
        return world.state.auditLog.reversed().stream()
                .filter(entry -> entry.path("guild_id").asString().equals(guild))
                .filter(entry -> action == null || entry.path("action_type").asInt() == action)
                .limit(limit)
                .toList();
    }
}
