package dev.homelab.discordbot.ticket;

import dev.homelab.discordbot.guild.Priority;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff and members do to an open ticket, written down first; what Discord shows of it follows.
 *
 * <p>Each throws {@link WrongMove} when the ticket is not open.
 */
@Component
public class TicketWork {

    private final Tickets tickets;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Company company;

    TicketWork(Tickets tickets, ApplicationEventPublisher events, Clock clock, Company company) {
        this.tickets = tickets;
        this.company = company;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public TicketView claim(UUID ticketId, Person by) {
        return move(ticketId, Action.CLAIMED, by, "", ticket -> {
            Person handler = ticket.view().handler();
            if (handler != null && handler.id() != by.id()) {
                throw new WrongMove("claimed", handler.name());
            }
            ticket.handledBy(by);
        });
    }

    @Transactional
    public TicketView unclaim(UUID ticketId, Person by) {
        return move(ticketId, Action.UNCLAIMED, by, "", ticket -> ticket.handledBy(null));
    }

    /** Gives it to another staff member, whoever had it before. */
    @Transactional
    public TicketView assign(UUID ticketId, Person to, Person by) {
        return move(ticketId, Action.ASSIGNED, by, to.name(), ticket -> ticket.handledBy(to));
    }

    @Transactional
    public TicketView prioritise(UUID ticketId, Priority priority, Person by) {
        return move(ticketId, Action.PRIORITY_SET, by, priority.name(), ticket -> ticket.prioritise(priority));
    }

    @Transactional
    public TicketView rename(UUID ticketId, String title, Person by) {
        return move(ticketId, Action.RENAMED, by, "", ticket -> ticket.rename(title));
    }

    @Transactional
    public TicketView waitFor(UUID ticketId, Side side, Person by) {
        return move(ticketId, Action.TURN_SET, by, side.name(), ticket -> ticket.waitFor(side, clock.instant()));
    }

    @Transactional
    public TicketView snooze(UUID ticketId, Instant until, Person by) {
        return move(ticketId, Action.SNOOZED, by, until.toString(), ticket -> ticket.snooze(until));
    }

    @Transactional
    public TicketView reminded(UUID ticketId, Side side) {
        Action action = side == Side.MEMBER ? Action.WARNED_STALE : Action.RESPONSE_LATE;
        return move(ticketId, action, Person.BOT, "", ticket -> ticket.reminded(side, clock.instant()));
    }

    @Transactional
    public TicketView notesIn(UUID ticketId, long threadId, Person by) {
        return move(ticketId, Action.NOTES_OPENED, by, "", ticket -> ticket.notesIn(threadId));
    }

    @Transactional
    public TicketView askToClose(UUID ticketId, Instant dueAt, Person by) {
        return move(ticketId, Action.CLOSE_ASKED, by, "", ticket -> ticket.askToClose(by, dueAt));
    }

    @Transactional
    public TicketView declineToClose(UUID ticketId, Person by) {
        return move(ticketId, Action.CLOSE_DECLINED, by, "", ticket -> {
            ticket.declineToClose();
            ticket.waitFor(Side.STAFF, clock.instant());
        });
    }

    /** Only the opener rates, and may change their mind. */
    @Transactional
    public TicketView rate(UUID ticketId, int stars, @Nullable String comment, Person by) {
        return move(ticketId, Action.RATED, by, Integer.toString(stars), ticket -> {
            if (ticket.view().opener().id() != by.id()) {
                throw new WrongMove("rating.other");
            }
            ticket.rate(new Rating(stars, comment));
        });
    }

    @Transactional
    public void personAdded(UUID ticketId, Person who, Person by) {
        move(ticketId, Action.PERSON_ADDED, by, who.name(), ticket -> {
            ticket.accompany();
            company.add(ticketId, who);
        });
    }

    @Transactional
    public void personRemoved(UUID ticketId, Person who, Person by) {
        move(ticketId, Action.PERSON_REMOVED, by, who.name(), _ -> company.remove(ticketId, who));
    }

    private TicketView move(UUID ticketId, Action action, Person by, String detail, Consumer<Ticket> change) {
        Ticket ticket = tickets.lock(ticketId).orElseThrow(() -> new WrongMove("move.unknown"));
        change.accept(ticket);
        TicketView view = ticket.view();
        events.publishEvent(new TicketEvent(view.guildId(), ticketId, action, by, detail));
        return view;
    }
}
