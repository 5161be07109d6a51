package dev.homelab.discordbot.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Tickets extends CrudRepository<Ticket, UUID> {

    Optional<Ticket> findByNonce(UUID nonce);

    List<Ticket> findByGuildIdAndStateIn(long guildId, Collection<TicketState> states);

    long countByStateNot(TicketState state);

    long countByState(TicketState state);

    @Query("""
            select new dev.homelab.discordbot.ticket.OpenTicketLine(
                t.number, g.name, y.name, t.title, t.openerName, t.state, t.openedAt)
            from Ticket t
            join TicketType y on y.id = t.typeId
            join GuildSetup g on g.guildId = t.guildId
            where t.state <> dev.homelab.discordbot.ticket.TicketState.CLOSED
            order by t.openedAt desc
            """)
    List<OpenTicketLine> newestOpen(Limit limit);
}
