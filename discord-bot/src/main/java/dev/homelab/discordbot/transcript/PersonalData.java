package dev.homelab.discordbot.transcript;

import java.time.Clock;
import java.time.ZoneOffset;
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
                    WHERE t.guild_id = :guild AND m.author_id = :user), '[]')))
            """;

    /** The person's own messages, and the bot's cards in their tickets, which repeat their answers. */
    private static final String THEIRS = """
            SELECT m.id FROM transcript_message m
            JOIN transcript_thread p ON p.thread_id = m.thread_id JOIN ticket t ON t.id = p.ticket_id
            WHERE t.guild_id = :guild
              AND (m.author_id = :user OR (m.author_kind = 'BOT' AND t.opener_id = :user))
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
     * Erases a user's words and files in a server; their tickets and messages stay as rows that say so. What stands on
     * Discord itself is not touched.
     *
     * @return how many messages were erased
     */
    @Transactional
    public int erase(long guildId, long userId) {
        eraseTickets(guildId, userId);
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
