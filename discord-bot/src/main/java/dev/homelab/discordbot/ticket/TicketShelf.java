package dev.homelab.discordbot.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Finds tickets; changes none. */
@Component
public class TicketShelf {

    private final Tickets tickets;
    private final Clock clock;

    TicketShelf(Tickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    public Optional<TicketView> find(UUID ticketId) {
        return tickets.findById(ticketId).map(Ticket::view);
    }

    /** The ticket that a thread belongs to, as its own thread or as that of its notes. */
    public Optional<TicketView> ofThread(long threadId) {
        return tickets.findByThread(threadId).map(Ticket::view);
    }

    /** The tickets of those threads, by thread, be it a ticket's own or that of its notes; others are left out. */
    public Map<Long, TicketView> ofThreads(Collection<Long> threadIds) {
        Map<Long, TicketView> found = new HashMap<>();
        if (!threadIds.isEmpty()) {
            views(tickets.findByThreads(threadIds)).forEach(ticket -> {
                put(found, ticket.threadId(), ticket);
                put(found, ticket.noteThreadId(), ticket);
            });
        }
        found.keySet().retainAll(threadIds);
        return found;
    }

    private static void put(Map<Long, TicketView> found, @Nullable Long threadId, TicketView ticket) {
        if (threadId != null) {
            found.put(threadId, ticket);
        }
    }

    public Optional<TicketView> numbered(long guildId, long number) {
        return tickets.findByGuildIdAndNumber(guildId, number).map(Ticket::view);
    }

    public List<TicketView> inState(long guildId, TicketState... states) {
        return views(tickets.findByGuildIdAndStateInOrderByNumber(guildId, List.of(states)));
    }

    /** Of all open tickets of a server. */
    public List<OpenThread> openThreads(long guildId) {
        return tickets.openThreads(guildId);
    }

    public List<TicketView> openOf(long guildId, long openerId) {
        return views(tickets.findByGuildIdAndOpenerIdAndStateNotOrderByNumber(guildId, openerId, TicketState.CLOSED));
    }

    /** Open tickets whose threads are awake and in which nothing was said since; the longest idle first. */
    public List<TicketView> idlest(long guildId, Instant idleSince, int atMost) {
        return views(tickets.idlest(guildId, idleSince, Limit.of(atMost)));
    }

    /** Tickets of those servers that have waited on their member long enough for the one warning. */
    public List<TicketView> toWarn(Collection<Long> guildIds, int atMost) {
        return views(tickets.toWarn(guildIds, clock.instant(), atMost));
    }

    /** Tickets of those servers whose first answer is overdue, and whose staff were not reminded of it. */
    public List<TicketView> withoutResponse(Collection<Long> guildIds, int atMost) {
        return views(tickets.withoutResponse(guildIds, clock.instant(), Limit.of(atMost)));
    }

    /** Tickets of those servers whose close request ran out. */
    public List<TicketView> toCloseAsAsked(Collection<Long> guildIds, int atMost) {
        return views(tickets.toCloseAsAsked(guildIds, clock.instant(), Limit.of(atMost)));
    }

    /** Tickets of those servers whose member was warned and stayed silent. */
    public List<TicketView> toCloseAsStale(Collection<Long> guildIds, int atMost) {
        return views(tickets.toCloseAsStale(guildIds, clock.instant(), atMost));
    }

    /** Closed tickets whose threads still stand, the longest closed first. */
    public List<TicketView> withThreadsToDelete(long guildId, Instant closedBefore, int atMost) {
        return views(tickets.withThreadsToDelete(guildId, closedBefore, Limit.of(atMost)));
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

    private static List<TicketView> views(List<Ticket> found) {
        return found.stream().map(Ticket::view).toList();
    }
}
