package dev.homelab.discordbot.guild;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may open more tickets, fewer, or none. */
@Component
public class MemberLimits {

    /**
     * Somebody who may open none.
     *
     * @param until null for good
     */
    public record Blocked(
            long userId, String reason, @Nullable Instant until) {}

    private final JdbcClient jdbc;

    MemberLimits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holders of the role are measured by these instead of by the server's; 0 is no limit. */
    public void limitRole(long guildId, long roleId, int openAtOnce, int perHour) {
        jdbc.sql("""
                INSERT INTO role_limit (guild_id, role_id, open_at_once, per_hour) VALUES (?, ?, ?, ?)
                ON CONFLICT (guild_id, role_id)
                    DO UPDATE SET open_at_once = excluded.open_at_once, per_hour = excluded.per_hour
                """).params(guildId, roleId, openAtOnce, perHour).update();
    }

    public void forgetRole(long guildId, long roleId) {
        jdbc.sql("DELETE FROM role_limit WHERE guild_id = ? AND role_id = ?")
                .params(guildId, roleId)
                .update();
    }

    /** Blocks, or changes how long. */
    public void block(long guildId, long userId, String reason, long by, Instant now, @Nullable Instant until) {
        jdbc.sql("""
                INSERT INTO blocked_member (guild_id, user_id, reason, blocked_by, blocked_at, until)
                VALUES (:guild, :user, :reason, :by, :now, :until)
                ON CONFLICT (guild_id, user_id) DO UPDATE SET
                    reason = excluded.reason, blocked_by = excluded.blocked_by,
                    blocked_at = excluded.blocked_at, until = excluded.until
                """)
                .param("guild", guildId)
                .param("user", userId)
                .param("reason", reason)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether they were blocked. */
    public boolean unblock(long guildId, long userId) {
        return jdbc.sql("DELETE FROM blocked_member WHERE guild_id = ? AND user_id = ?")
                        .params(guildId, userId)
                        .update()
                > 0;
    }

    /** Who is blocked now. */
    public List<Blocked> blocked(long guildId, Instant now) {
        return jdbc.sql("""
                SELECT user_id, reason, until FROM blocked_member
                WHERE guild_id = ? AND (until IS NULL OR until > ?) ORDER BY blocked_at DESC
                """).params(guildId, now.atOffset(ZoneOffset.UTC)).query(Blocked.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
