package dev.homelab.discordbot.ticket;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The moves that Discord has a part in. Each step is committed before Discord is asked for the next. */
@Component
public class TicketDesk {

    private final Tickets tickets;
    private final EntityManager entities;
    private final GuildRegistry guilds;
    private final OpeningRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TicketDesk(
            Tickets tickets,
            EntityManager entities,
            GuildRegistry guilds,
            OpeningRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.entities = entities;
        this.guilds = guilds;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the intent to open a ticket, in three statements.
     *
     * @throws RefusedOpening when a limit is reached, or the member is blocked
     * @throws org.springframework.dao.DuplicateKeyException when the draft's form was submitted before; {@link
     *     #submittedBefore} has the ticket that it made
     */
    @Transactional
    public TicketView open(TicketDraft draft) {
        long number = guilds.takeTicketNumber(draft.guildId());
        rules.check(draft, clock.instant());
        Ticket ticket = new Ticket(draft, number, clock.instant());
        entities.persist(ticket);
        return ticket.view();
    }

    public Optional<TicketView> submittedBefore(UUID nonce) {
        return tickets.findByNonce(nonce).map(Ticket::view);
    }

    /**
     * There is no room for the ticket's thread.
     *
     * @return its place in the server's queue, from 1
     */
    @Transactional
    public long queue(UUID ticketId) {
        TicketView ticket = move(ticketId, Ticket::queue);
        publish(ticket, Action.QUEUED, Person.BOT, "");
        return tickets.countByGuildIdAndStateAndNumberLessThan(ticket.guildId(), TicketState.QUEUED, ticket.number())
                + 1;
    }

    /** Its turn came, and there was no room after all; it keeps its place. */
    @Transactional
    public void stillQueued(UUID ticketId) {
        move(ticketId, Ticket::queue);
    }

    @Transactional
    public TicketView dequeue(UUID ticketId) {
        return move(ticketId, Ticket::dequeue);
    }

    @Transactional
    public TicketView opened(UUID ticketId, long threadId) {
        TicketView ticket = move(ticketId, each -> each.opened(threadId));
        publish(ticket, Action.OPENED, ticket.opener(), "");
        return ticket;
    }

    /**
     * Writes the intent to close.
     *
     * @param reason at most 500 characters; null for none
     * @throws WrongMove when it is not open; of two who close at once, one hears this
     */
    @Transactional
    public TicketView close(UUID ticketId, Person by, @Nullable String reason) {
        return move(ticketId, ticket -> ticket.close(by, reason, clock.instant()));
    }

    /**
     * Writes the intent to close a ticket that was found waiting for its member.
     *
     * @throws WrongMove when somebody has answered or decided otherwise since
     */
    @Transactional
    public TicketView closeStillWaiting(TicketView then, Person by, String reason) {
        return move(
                then.id(),
                ticket -> ticket.closeStillWaiting(then.turn(), then.closeRequest(), by, reason, clock.instant()));
    }

    @Transactional
    public TicketView archived(UUID ticketId) {
        TicketView ticket = move(ticketId, Ticket::archived);
        Closing closing = ticket.closing();
        publish(ticket, Action.CLOSED, closing == null ? Person.BOT : closing.by(), "");
        return ticket;
    }

    @Transactional
    public void cardPosted(UUID ticketId, long messageId) {
        move(ticketId, ticket -> ticket.cardPosted(messageId));
    }

    /** Writes the intent to open a closed ticket again. */
    @Transactional
    public TicketView reopen(UUID ticketId, Person by) {
        TicketView ticket = move(ticketId, each -> each.reopen(clock.instant()));
        publish(ticket, Action.REOPENED, by, "");
        return ticket;
    }

    /** Writes the intent to go on in a new thread, in the channel of another type; the old thread is to be closed. */
    @Transactional
    public TicketView retype(UUID ticketId, TicketType type, Person by) {
        TicketView ticket = move(ticketId, each -> each.retype(type.id()));
        publish(ticket, Action.MOVED, by, type.name());
        return ticket;
    }

    /** The thread of an open ticket is gone: writes the intent to make a new one. */
    @Transactional
    public TicketView threadLost(UUID ticketId) {
        TicketView ticket = move(ticketId, Ticket::threadLost);
        publish(ticket, Action.THREAD_LOST, Person.BOT, "");
        return ticket;
    }

    @Transactional
    public void threadDeleted(UUID ticketId) {
        publish(move(ticketId, ticket -> ticket.threadDeleted(clock.instant())), Action.THREAD_DELETED, Person.BOT, "");
    }

    @Transactional
    public void parked(UUID ticketId) {
        publish(move(ticketId, ticket -> ticket.park(clock.instant())), Action.PARKED, Person.BOT, "");
    }

    @Transactional
    public void woken(UUID ticketId) {
        publish(move(ticketId, ticket -> ticket.wake(clock.instant())), Action.WOKEN, Person.BOT, "");
    }

    /** Tickets whose opening, closing or reopening was begun and not finished. */
    public List<TicketView> unfinished(long guildId) {
        return tickets.findByGuildIdAndStateInOrderByNumber(guildId, TicketState.UNFINISHED).stream()
                .map(Ticket::view)
                .toList();
    }

    private TicketView move(UUID ticketId, Consumer<Ticket> change) {
        Ticket ticket = get(ticketId);
        change.accept(ticket);
        return ticket.view();
    }

    private Ticket get(UUID ticketId) {
        return tickets.lock(ticketId).orElseThrow(() -> new WrongMove("move.unknown"));
    }

    private void publish(TicketView ticket, Action action, Person by, String detail) {
        events.publishEvent(new TicketEvent(ticket.guildId(), ticket.id(), action, by, detail));
    }
}
