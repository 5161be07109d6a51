package dev.homelab.discordbot.transcript;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists and searches the tickets of one reader, and nothing that they may not read. */
@Component
public class TranscriptSearch {

    public static final int PAGE = 25;

    /** Staff who have opened a ticket are its opener, and see neither its notes nor what was deleted in it. */
    private static final String FIND = """
            SELECT t.id, t.number, g.name AS guild, y.name AS type, y.emoji, t.title, t.opener_name,
                   t.state <> 'CLOSED' AS open, t.opened_at
            FROM ticket t JOIN guild_setup g ON g.guild_id = t.guild_id JOIN ticket_type y ON y.id = t.type_id
            WHERE (t.opener_id = :reader OR t.type_id = ANY (CAST(string_to_array(:types, ',') AS bigint[]))
                   OR EXISTS (SELECT 1 FROM ticket_person c WHERE c.ticket_id = t.id AND c.user_id = :reader))
              AND (:state = '' OR (t.state <> 'CLOSED') = (:state = 'open'))
              AND (:words = '' OR to_tsvector('simple', t.title) @@ websearch_to_tsquery('simple', :words)
                   OR t.id IN (
                       SELECT p.ticket_id FROM transcript_message m
                       JOIN transcript_thread p ON p.thread_id = m.thread_id
                       JOIN ticket s ON s.id = p.ticket_id
                       WHERE m.search @@ websearch_to_tsquery('simple', :words)
                         AND ((NOT p.staff_only AND m.deleted_at IS NULL)
                              OR (s.opener_id <> :reader
                                  AND s.type_id = ANY (CAST(string_to_array(:types, ',') AS bigint[]))))))
            ORDER BY t.opened_at DESC, t.id LIMIT :most OFFSET :skip
            """;

    /** Which tickets are wanted. */
    public enum State {
        ALL,
        OPEN,
        CLOSED
    }

    /**
     * Some of what was found.
     *
     * @param lines at most {@link #PAGE}
     */
    public record Page(List<TicketLine> lines, boolean more) {}

    private final JdbcClient jdbc;

    TranscriptSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest first, in one statement.
     *
     * @param staffTypes the types whose tickets the reader answers
     * @param words what a search engine would take; empty for all
     * @param page from 0
     */
    public Page find(long reader, Set<Long> staffTypes, State state, String words, int page) {
        List<TicketLine> found = jdbc
                .sql(FIND)
                .param("reader", reader)
                .param("types", staffTypes.stream().map(Object::toString).collect(Collectors.joining(",")))
                .param("state", state == State.ALL ? "" : state == State.OPEN ? "open" : "closed")
                .param("words", words.replace("\0", "").strip())
                .param("most", PAGE + 1)
                .param("skip", (long) page * PAGE)
                .query(TicketLine.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
        return new Page(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }
}
