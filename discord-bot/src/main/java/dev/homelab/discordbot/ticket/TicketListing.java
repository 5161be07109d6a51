package dev.homelab.discordbot.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists tickets by what an admin looks for, in one statement a page. */
@Component
public class TicketListing {

    private static final String LINES = """
            SELECT t.id, t.number, g.name AS server, y.name AS type, t.title, t.opener_name AS opener, t.state,
                   t.priority, t.waiting_for, t.handler_name AS handler, t.parked_at IS NOT NULL AS parked,
                   t.opened_at, t.active_at, t.closed_at,
                   CASE WHEN t.first_response_at IS NULL AND t.state <> 'CLOSED'
                       THEN t.first_response_due END AS first_response_due
            FROM ticket t JOIN ticket_type y ON y.id = t.type_id JOIN guild_setup g ON g.guild_id = t.guild_id
            """;

    private static final String WANTED = """
            WHERE (CAST(:server AS bigint) IS NULL OR t.guild_id = :server)
              AND (:anyType OR t.type_id IN (:types))
              AND (:anyState OR t.state IN (:states))
              AND (CAST(:text AS text) IS NULL
                  OR position(lower(:text) IN lower(t.title)) > 0 OR t.number::text = ltrim(:text, '#'))
            ORDER BY t.opened_at DESC, t.id LIMIT :limit OFFSET :offset
            """;

    /**
     * One line of a list.
     *
     * @param firstResponseDue null without a target, or when the staff have answered
     */
    public record Line(
            UUID id,
            long number,
            String server,
            String type,
            String title,
            String opener,
            String state,
            String priority,
            String waitingFor,
            @Nullable String handler,
            boolean parked,
            Instant openedAt,
            Instant activeAt,
            @Nullable Instant closedAt,
            @Nullable Instant firstResponseDue) {}

    /**
     * What is looked for.
     *
     * @param server null for any, as types and text
     * @param states empty for any
     */
    public record Wanted(
            @Nullable Long server,
            Set<TicketState> states,
            @Nullable Set<Long> types,
            @Nullable String text) {}

    /** No type has this id. */
    private static final long NONE = -1;

    private final JdbcClient jdbc;

    TicketListing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** SQL takes no empty list. */
    private static Set<Long> someOf(@Nullable Set<Long> types) {
        return types == null || types.isEmpty() ? Set.of(NONE) : types;
    }

    /** The newest first. */
    public List<Line> find(Wanted wanted, int limit, int offset) {
        List<String> states = wanted.states().stream().map(Enum::name).toList();
        return jdbc
                .sql(LINES + WANTED)
                .param("server", wanted.server())
                .param("anyType", wanted.types() == null)
                .param("types", someOf(wanted.types()))
                .param("anyState", states.isEmpty())
                .param("states", states.isEmpty() ? List.of("") : states)
                .param("text", wanted.text())
                .param("limit", limit)
                .param("offset", offset)
                .query(Line.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * One ticket.
     *
     * @param types it must be of one of these; null for any
     * @throws WrongMove when there is none
     */
    public Line get(UUID ticketId, @Nullable Set<Long> types) {
        return jdbc.sql(LINES + "WHERE t.id = :id AND (:anyType OR t.type_id IN (:types))")
                .param("id", ticketId)
                .param("anyType", types == null)
                .param("types", someOf(types))
                .query(Line.class)
                .optional()
                .orElseThrow(() -> new WrongMove("move.unknown"));
    }
}
