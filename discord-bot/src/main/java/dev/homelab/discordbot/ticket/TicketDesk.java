package dev.homelab.discordbot.ticket;

import dev.homelab.discordbot.guild.GuildRegistry;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where tickets are opened and closed. Each step is committed before Discord is asked for the next. */
@Component
public class TicketDesk {

    private static final Set<TicketState> UNFINISHED = EnumSet.of(TicketState.OPENING, TicketState.CLOSING);

    private final Tickets tickets;
    private final GuildRegistry guilds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TicketDesk(Tickets tickets, GuildRegistry guilds, ApplicationEventPublisher events, Clock clock) {
        this.tickets = tickets;
        this.guilds = guilds;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the intent to open a ticket, in two statements.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the draft's form was submitted before; {@link
     *     #submittedBefore} has the ticket that it made
     */
    @Transactional
    public Ticket open(TicketDraft draft) {
        long number = guilds.takeTicketNumber(draft.guildId());
        return tickets.save(new Ticket(draft, number, clock.instant()));
    }

    public Optional<Ticket> submittedBefore(UUID nonce) {
        return tickets.findByNonce(nonce);
    }

    public Optional<Ticket> find(UUID ticketId) {
        return tickets.findById(ticketId);
    }

    @Transactional
    public Ticket opened(UUID ticketId, long threadId) {
        Ticket ticket = get(ticketId);
        ticket.opened(threadId);
        return ticket;
    }

    /**
     * Writes the intent to close.
     *
     * @throws WrongMove when it is not open
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody else moved it at the same moment
     */
    @Transactional
    public Ticket close(UUID ticketId, Person by) {
        Ticket ticket = get(ticketId);
        ticket.close(by, clock.instant());
        return ticket;
    }

    @Transactional
    public void archived(UUID ticketId) {
        get(ticketId).archived();
        events.publishEvent(new TicketArchived(ticketId));
    }

    @Transactional
    public void cardPosted(UUID ticketId, long messageId) {
        get(ticketId).cardPosted(messageId);
    }

    /** Tickets whose opening or closing was begun and not finished. */
    public List<Ticket> unfinished(long guildId) {
        return tickets.findByGuildIdAndStateIn(guildId, UNFINISHED);
    }

    public List<OpenTicketLine> newestOpen(int atMost) {
        return tickets.newestOpen(Limit.of(atMost));
    }

    public long countOpen() {
        return tickets.countByStateNot(TicketState.CLOSED);
    }

    public long countClosed() {
        return tickets.countByState(TicketState.CLOSED);
    }

    private Ticket get(UUID ticketId) {
        return tickets.findById(ticketId).orElseThrow(() -> new WrongMove("There is no such ticket."));
    }
}
