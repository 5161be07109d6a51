package dev.homelab.discordbot.transcript;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of one person in one server: handed out, or erased. */
@Component
public class PersonalData {

    private static final String EXPORT = """
            SELECT jsonb_pretty(jsonb_build_object(
                'server', :guild, 'user', :user,
                'tickets', coalesce((
                    SELECT jsonb_agg(jsonb_build_object(
                        'number', t.number, 'title', t.title, 'answers', t.answers, 'opened', t.opened_at,
                        'closed', t.closed_at, 'closeReason', CASE WHEN t.closed_by_id = :user THEN t.close_reason END,
                        'rating', t.rating, 'comment', t.rating_comment) ORDER BY t.number)
                    FROM ticket t WHERE t.guild_id = :guild AND t.opener_id = :user), '[]'),
                'messages', coalesce((
                    SELECT jsonb_agg(jsonb_build_object(
                        'ticket', t.number, 'at', m.said_at, 'content', m.content, 'card', m.card,
                        'earlier', m.earlier, 'edited', m.edited_at, 'deleted', m.deleted_at,
                        'files', coalesce((SELECT jsonb_agg(jsonb_build_object(
                            'name', f.name, 'size', f.size, 'state', f.state) ORDER BY f.id)
                            FROM transcript_file f WHERE f.message_id = m.id), '[]')) ORDER BY m.id)
                    FROM transcript_message m
                    JOIN transcript_thread p ON p.thread_id = m.thread_id JOIN ticket t ON t.id = p.ticket_id
                    WHERE t.guild_id = :guild AND (m.author_id = :user
                        OR m.id IN (SELECT message_id FROM web_reply WHERE staff_id = :user))), '[]')))
            """;

    /** The person's own messages, their words in cards of the bot, and its cards in their tickets, which repeat their answers. */
    private static final String THEIRS = """
            SELECT m.id FROM transcript_message m
            JOIN transcript_thread p ON p.thread_id = m.thread_id JOIN ticket t ON t.id = p.ticket_id
            WHERE t.guild_id = :guild
              AND (m.author_id = :user OR (m.author_kind = 'BOT' AND t.opener_id = :user)
                   OR m.id IN (SELECT message_id FROM web_reply WHERE staff_id = :user))
            """;

    /** Under which names they were noted, and titles that they gave or that stood for their questions. */
    private static final String ERASE_DETAILS = """
            UPDATE audit_entry a SET detail = '—'
            WHERE a.guild_id = :guild AND (
                a.detail IN (SELECT opener_name FROM ticket WHERE guild_id = :guild AND opener_id = :user
                             UNION SELECT handler_name FROM ticket WHERE guild_id = :guild AND handler_id = :user
                             UNION SELECT author_name FROM transcript_message WHERE author_id = :user
                             UNION SELECT actor_name FROM audit_entry WHERE guild_id = :guild AND actor_id = :user)
                OR (a.action = 'RENAMED' AND (a.actor_id = :user OR a.ticket_id IN (
                        SELECT id FROM ticket WHERE guild_id = :guild AND opener_id = :user))))
            """;

    private static final String ERASE_ACTOR =
            "UPDATE audit_entry SET actor_name = '—' WHERE guild_id = :guild AND actor_id = :user";

    private static final String ERASE_IN_TICKETS = """
            UPDATE ticket SET
                opener_name = CASE WHEN opener_id = :user THEN '—' ELSE opener_name END,
                handler_name = CASE WHEN handler_id = :user THEN '—' ELSE handler_name END,
                closed_by_name = CASE WHEN closed_by_id = :user THEN '—' ELSE closed_by_name END,
                requested_by_name = CASE WHEN requested_by_id = :user THEN '—' ELSE requested_by_name END,
                close_asked_by_name = CASE WHEN close_asked_by_id = :user THEN '—' ELSE close_asked_by_name END
            WHERE guild_id = :guild
              AND :user IN (opener_id, handler_id, closed_by_id, requested_by_id, close_asked_by_id)
            """;

    private static final String ERASE_IN_MESSAGES = """
            UPDATE transcript_message m SET
                author_name = CASE WHEN m.author_id = :user THEN '—' ELSE m.author_name END,
                names = m.names - ('@' || :user)
            FROM transcript_thread p JOIN ticket t ON t.id = p.ticket_id
            WHERE p.thread_id = m.thread_id AND t.guild_id = :guild
              AND (m.author_id = :user OR jsonb_exists(m.names, '@' || :user))
            """;

    private final JdbcClient jdbc;
    private final FileKeeper keeper;
    private final Clock clock;

    PersonalData(JdbcClient jdbc, FileKeeper keeper, Clock clock) {
        this.jdbc = jdbc;
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * Everything that a user has said in a server's tickets.
     *
     * @return JSON: their tickets with answers and ratings, their messages with earlier versions and files' names
     */
    public String export(long guildId, long userId) {
        return jdbc.sql(EXPORT)
                .param("guild", guildId)
                .param("user", userId)
                .query(String.class)
                .single();
    }

    /**
     * Erases a user's words, files and name in a server: what they said in tickets, in notes and from the web, their answers,
     * titles, reasons and comments, and why they were blocked. Their tickets and messages stay as rows that say so, with times, ratings and the user's id.
     * What stands on Discord itself is not touched, nor is what others wrote about them.
     *
     * @return how many messages were erased
     */
    @Transactional
    public int erase(long guildId, long userId) {
        for (String names : List.of(ERASE_DETAILS, ERASE_ACTOR, ERASE_IN_TICKETS, ERASE_IN_MESSAGES)) {
            jdbc.sql(names).params(Map.of("guild", guildId, "user", userId)).update();
        }
        eraseTickets(guildId, userId);
        jdbc.sql("UPDATE blocked_member SET reason = '—' WHERE guild_id = :guild AND :user IN (user_id, blocked_by)")
                .params(Map.of("guild", guildId, "user", userId))
                .update();
        eraseFiles(guildId, userId);
        return jdbc.sql("UPDATE transcript_message SET content = '', card = '', earlier = '[]', names = '{}',"
                        + " blank = false, erased_at = :now WHERE erased_at IS NULL AND id IN (" + THEIRS + ")")
                .params(Map.of(
                        "guild", guildId,
                        "user", userId,
                        "now", clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
    }

    private void eraseTickets(long guildId, long userId) {
        jdbc.sql("""
                UPDATE ticket SET title = '—', rating_comment = NULL, source_url = NULL,
                    answers = coalesce((SELECT jsonb_agg(
                        jsonb_build_object('question', a ->> 'question', 'text', '—', 'files', '[]'::jsonb))
                        FROM jsonb_array_elements(answers) AS a), '[]')
                WHERE guild_id = :guild AND opener_id = :user
                """).params(Map.of("guild", guildId, "user", userId)).update();
        jdbc.sql("UPDATE ticket SET close_reason = NULL WHERE guild_id = :guild AND closed_by_id = :user")
                .params(Map.of("guild", guildId, "user", userId))
                .update();
    }

    private void eraseFiles(long guildId, long userId) {
        jdbc.sql("UPDATE transcript_file f SET state = 'ERASED', name = '—', url = '' FROM transcript_file o"
                        + " WHERE o.id = f.id AND f.state <> 'ERASED' AND f.message_id IN (" + THEIRS + ")"
                        + " RETURNING f.id, o.state = 'SAVED' AS saved")
                .params(Map.of("guild", guildId, "user", userId))
                .query(row -> {
                    if (row.getBoolean("saved")) {
                        keeper.drop(row.getLong("id"));
                    }
                });
    }
}
