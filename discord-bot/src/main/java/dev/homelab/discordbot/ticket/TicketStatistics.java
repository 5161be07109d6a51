package dev.homelab.discordbot.ticket;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a server's tickets went, counted in one statement each. */
@Component
public class TicketStatistics {

    private static final String FIGURES = """
            count(*) FILTER (WHERE opened_at >= :since) AS opened,
            count(*) FILTER (WHERE closed_at >= :since) AS closed,
            extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY first_response_at - opened_at)
                FILTER (WHERE opened_at >= :since))::bigint AS first_response_seconds,
            extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY closed_at - opened_at)
                FILTER (WHERE closed_at >= :since))::bigint AS resolution_seconds,
            avg(rating) FILTER (WHERE closed_at >= :since) AS rating,
            avg((first_response_at IS NOT NULL AND first_response_at <= first_response_due)::int)
                FILTER (WHERE opened_at >= :since AND first_response_due IS NOT NULL
                    AND (first_response_at IS NOT NULL OR first_response_due <= :now)) AS on_time
            """;

    /**
     * What is known of a group of tickets.
     *
     * @param name of the type, or of the staff member; "" for all
     * @param firstResponseSeconds the median; null when nothing was answered
     * @param resolutionSeconds the median from opening to closing; null when nothing was closed
     * @param rating the mean of 1 to 5 stars; null when nothing was rated
     * @param onTime the share, 0 to 1, of first answers that were due and came in time; null when none was due
     */
    public record Figures(
            String name,
            long opened,
            long closed,
            @Nullable Long firstResponseSeconds,
            @Nullable Long resolutionSeconds,
            @Nullable Double rating,
            @Nullable Double onTime) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    TicketStatistics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Figures all(long guildId, Instant since) {
        return ask("SELECT '' AS name, " + FIGURES + " FROM ticket WHERE guild_id = :guild", guildId, since)
                .getFirst();
    }

    public List<Figures> byType(long guildId, Instant since) {
        return ask(
                "SELECT y.name, " + FIGURES + " FROM ticket_type y JOIN ticket t ON t.type_id = y.id"
                        + " WHERE y.guild_id = :guild GROUP BY y.id, y.name ORDER BY y.position",
                guildId,
                since);
    }

    /** By whoever handles or handled the tickets; those nobody claimed are left out. */
    public List<Figures> byStaff(long guildId, Instant since) {
        return ask(
                "SELECT max(handler_name) AS name, " + FIGURES + " FROM ticket"
                        + " WHERE guild_id = :guild AND handler_id IS NOT NULL"
                        + " AND (opened_at >= :since OR closed_at >= :since) GROUP BY handler_id ORDER BY count(*) DESC",
                guildId,
                since);
    }

    private List<Figures> ask(String question, long guildId, Instant since) {
        return jdbc
                .sql(question)
                .param("guild", guildId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Figures.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
