package dev.homelab.discordbot.ticket;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people who were added to tickets, beside their openers and the staff. */
@Component
public class Company {

    private final JdbcClient jdbc;

    Company(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID ticketId, Person who) {
        jdbc.sql("INSERT INTO ticket_person (ticket_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(ticketId, who.id())
                .update();
    }

    void remove(UUID ticketId, Person who) {
        jdbc.sql("DELETE FROM ticket_person WHERE ticket_id = ? AND user_id = ?")
                .params(ticketId, who.id())
                .update();
    }

    /** In the order of their ids; without a statement for a ticket that never had any. */
    public List<Long> of(TicketView ticket) {
        return ticket.hadCompany()
                ? jdbc.sql("SELECT user_id FROM ticket_person WHERE ticket_id = ? ORDER BY user_id")
                        .param(ticket.id())
                        .query((row, _) -> row.getLong("user_id"))
                        .list()
                : List.of();
    }

    public boolean includes(UUID ticketId, long userId) {
        return jdbc.sql("SELECT count(*) FROM ticket_person WHERE ticket_id = ? AND user_id = ?")
                        .params(ticketId, userId)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
