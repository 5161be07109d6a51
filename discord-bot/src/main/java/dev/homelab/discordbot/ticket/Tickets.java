package dev.homelab.discordbot.ticket;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Tickets extends CrudRepository<Ticket, UUID> {

    /** The ticket, with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Ticket t where t.id = :id")
    Optional<Ticket> lock(UUID id);

    Optional<Ticket> findByNonce(UUID nonce);

    Optional<Ticket> findByGuildIdAndNumber(long guildId, long number);

    @Query("select t from Ticket t where t.thread.id = :threadId or t.noteThreadId = :threadId")
    Optional<Ticket> findByThread(long threadId);

    List<Ticket> findByGuildIdAndStateInOrderByNumber(long guildId, Collection<TicketState> states);

    List<Ticket> findByGuildIdAndOpenerIdAndStateNotOrderByNumber(long guildId, long openerId, TicketState state);

    long countByGuildIdAndStateAndNumberLessThan(long guildId, TicketState state, long number);

    long countByStateNot(TicketState state);

    long countByState(TicketState state);

    /** Open tickets whose threads are awake, the longest idle first. */
    @Query("""
            select t from Ticket t
            where t.guildId = :guildId and t.state = dev.homelab.discordbot.ticket.TicketState.OPEN
              and t.thread.parkedAt is null and t.activeAt < :idleSince
            order by t.activeAt
            """)
    List<Ticket> idlest(long guildId, Instant idleSince, Limit limit);

    /** Open tickets whose member has been reminded of for too long, or was never reminded and should be. */
    @Query("""
            select t from Ticket t join TicketType y on y.id = t.typeId
            where t.state = dev.homelab.discordbot.ticket.TicketState.OPEN
              and t.turn.side = dev.homelab.discordbot.ticket.Side.MEMBER
              and t.turn.warnedAt is null
              and y.times.staleWarnHours > 0
              and t.turn.since <= :now - y.times.staleWarnHours * 1 hour
              and (t.turn.snoozedUntil is null or t.turn.snoozedUntil <= :now)
            order by t.turn.since
            """)
    List<Ticket> toWarn(Instant now, Limit limit);

    @Query("""
            select t from Ticket t join TicketType y on y.id = t.typeId
            where t.state = dev.homelab.discordbot.ticket.TicketState.OPEN
              and t.turn.side = dev.homelab.discordbot.ticket.Side.MEMBER
              and y.times.staleCloseHours > 0
              and t.turn.warnedAt <= :now - y.times.staleCloseHours * 1 hour
            order by t.turn.warnedAt
            """)
    List<Ticket> toCloseAsStale(Instant now, Limit limit);

    @Query("""
            select t from Ticket t
            where t.state = dev.homelab.discordbot.ticket.TicketState.OPEN and t.closeRequest.dueAt <= :now
            order by t.closeRequest.dueAt
            """)
    List<Ticket> toCloseAsAsked(Instant now, Limit limit);

    /** Closed tickets whose threads still stand, the longest closed first. */
    @Query("""
            select t from Ticket t
            where t.guildId = :guildId and t.state = dev.homelab.discordbot.ticket.TicketState.CLOSED
              and t.thread.id is not null and t.thread.deletedAt is null and t.closing.at <= :closedBefore
            order by t.closing.at
            """)
    List<Ticket> withThreadsToDelete(long guildId, Instant closedBefore, Limit limit);

    @Query("""
            select new dev.homelab.discordbot.ticket.OpenTicketLine(
                t.number, g.name, y.name, t.title, t.opener.name, t.state, t.openedAt)
            from Ticket t
            join TicketType y on y.id = t.typeId
            join GuildSetup g on g.guildId = t.guildId
            where t.state <> dev.homelab.discordbot.ticket.TicketState.CLOSED
            order by t.openedAt desc
            """)
    List<OpenTicketLine> newestOpen(Limit limit);
}
