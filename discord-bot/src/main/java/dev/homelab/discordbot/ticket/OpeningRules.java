package dev.homelab.discordbot.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a member may open one more ticket: limits of the server, of their roles and of the type, and the blocklist. */
@Component
class OpeningRules {

    /** What the member has, and what they may have; a role's limits take the place of the server's. */
    private static final String QUESTION = """
            SELECT coalesce(r.open_at_once, g.open_at_once) AS most_open,
                   coalesce(r.per_hour, g.per_hour) AS most_per_hour,
                   g.cooldown_seconds, g.burst_per_minute,
                   y.open_at_once AS type_most_open, y.per_hour AS type_most_per_hour, y.cooldown_minutes,
                   y.retired,
                   own.open_now, own.this_hour, own.latest, own.type_open_now, own.type_this_hour, own.type_latest,
                   CASE WHEN g.burst_per_minute = 0 THEN 0 ELSE (
                       SELECT count(*) FROM ticket b WHERE b.guild_id = g.guild_id AND b.opened_at > :minuteAgo
                   ) END AS this_minute,
                   m.user_id IS NOT NULL AS blocked, m.until AS blocked_until
            FROM guild_setup g
            JOIN ticket_type y ON y.id = :type AND y.guild_id = g.guild_id
            LEFT JOIN blocked_member m
                ON m.guild_id = g.guild_id AND m.user_id = :opener AND (m.until IS NULL OR m.until > :now)
            LEFT JOIN LATERAL (
                SELECT CASE WHEN bool_or(l.open_at_once = 0) THEN 0 ELSE max(l.open_at_once) END AS open_at_once,
                       CASE WHEN bool_or(l.per_hour = 0) THEN 0 ELSE max(l.per_hour) END AS per_hour
                FROM role_limit l WHERE l.guild_id = g.guild_id AND l.role_id IN (:roles)
            ) r ON true
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE state <> 'CLOSED') AS open_now,
                       count(*) FILTER (WHERE opened_at > :hourAgo) AS this_hour,
                       max(opened_at) AS latest,
                       count(*) FILTER (WHERE state <> 'CLOSED' AND type_id = :type) AS type_open_now,
                       count(*) FILTER (WHERE opened_at > :hourAgo AND type_id = :type) AS type_this_hour,
                       max(opened_at) FILTER (WHERE type_id = :type) AS type_latest
                FROM ticket t WHERE t.guild_id = g.guild_id AND t.opener_id = :opener AND t.requested_by_id IS NULL
            ) own
            WHERE g.guild_id = :guild
            """;

    record Facts(
            int mostOpen,
            int mostPerHour,
            int cooldownSeconds,
            int burstPerMinute,
            int typeMostOpen,
            int typeMostPerHour,
            int cooldownMinutes,
            boolean retired,
            int openNow,
            int thisHour,
            @Nullable Instant latest,
            int typeOpenNow,
            int typeThisHour,
            @Nullable Instant typeLatest,
            int thisMinute,
            boolean blocked,
            @Nullable Instant blockedUntil) {}

    private final JdbcClient jdbc;

    OpeningRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Asks in one statement. The server's row must be locked, so that two forms of one member are weighed one after the
     * other.
     *
     * @throws RefusedOpening when a limit is reached, or the member is blocked
     */
    void check(TicketDraft draft, Instant now) {
        Facts facts = jdbc.sql(QUESTION)
                .param("guild", draft.guildId())
                .param("type", draft.typeId())
                .param("opener", draft.opener().id())
                .param("roles", draft.openerRoles().isEmpty() ? Set.of(0L) : draft.openerRoles())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("hourAgo", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .param("minuteAgo", now.minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC))
                .query(Facts.class)
                .optional()
                .orElseThrow(() -> new RefusedOpening("opening.type"));
        if (facts.retired()) {
            throw new RefusedOpening("opening.type");
        }
        if (draft.requestedBy() == null) {
            check(facts, now);
        }
    }

    private static void check(Facts facts, Instant now) {
        if (facts.blocked()) {
            throw facts.blockedUntil() == null
                    ? new RefusedOpening("opening.blocked")
                    : new RefusedOpening("opening.blocked.until", seconds(facts.blockedUntil()));
        }
        atMost(facts.mostOpen(), facts.openNow(), "opening.open");
        atMost(facts.typeMostOpen(), facts.typeOpenNow(), "opening.type.open");
        atMost(facts.mostPerHour(), facts.thisHour(), "opening.hour");
        atMost(facts.typeMostPerHour(), facts.typeThisHour(), "opening.type.hour");
        atMost(facts.burstPerMinute(), facts.thisMinute(), "opening.burst");
        cool(facts.latest(), Duration.ofSeconds(facts.cooldownSeconds()), now);
        cool(facts.typeLatest(), Duration.ofMinutes(facts.cooldownMinutes()), now);
    }

    private static void atMost(int most, int has, String key) {
        if (most > 0 && has >= most) {
            throw new RefusedOpening(key, most);
        }
    }

    private static void cool(@Nullable Instant latest, Duration cooldown, Instant now) {
        if (latest != null && now.isBefore(latest.plus(cooldown))) {
            throw new RefusedOpening("opening.cooldown", seconds(latest.plus(cooldown)));
        }
    }

    /** As Discord's timestamps want it: {@code <t:…:R>}. */
    private static String seconds(Instant moment) {
        return Long.toString(moment.getEpochSecond());
    }
}
