package dev.homelab.discordbot.ticket;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
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

    @Query("select t from Ticket t where t.thread.id in :threadIds or t.noteThreadId in :threadIds")
    List<Ticket> findByThreads(Collection<Long> threadIds);

    List<Ticket> findByGuildIdAndStateInOrderByNumber(long guildId, Collection<TicketState> states);

    List<Ticket> findByGuildIdAndOpenerIdAndStateNotOrderByNumber(long guildId, long openerId, TicketState state);

    @Query("""
            select new dev.homelab.discordbot.ticket.OpenThread(t.id, t.number, t.thread.id, t.thread.parkedAt, t.noteThreadId)
            from Ticket t where t.guildId = :guildId and t.state = dev.homelab.discordbot.ticket.TicketState.OPEN
            order by t.number
            """)
    List<OpenThread> openThreads(long guildId);

    long countByGuildIdAndStateAndNumberLessThan(long guildId, TicketState state, long number);

    long countByStateNot(TicketState state);

    long countByState(TicketState state);

    @Query("select t from Ticket t where t.guildId = :guildId and t.openedAt >= :since order by t.openedAt desc")
    List<Ticket> openedSince(long guildId, Instant since, Limit limit);

    /** Open tickets whose threads are awake, the longest idle first. */
    @Query("""
            select t from Ticket t
            where t.guildId = :guildId and t.state = dev.homelab.discordbot.ticket.TicketState.OPEN
              and t.thread.parkedAt is null and t.activeAt < :idleSince
            order by t.activeAt
            """)
    List<Ticket> idlest(long guildId, Instant idleSince, Limit limit);

    /** Open tickets that wait on their member, who was not reminded in this turn and should be. */
    @NativeQuery("""
            SELECT t.* FROM ticket t JOIN ticket_type y ON y.id = t.type_id
            WHERE t.guild_id IN (:guildIds) AND t.state = 'OPEN' AND t.waiting_for = 'MEMBER' AND t.warned_at IS NULL
              AND y.stale_warn_hours > 0 AND t.waiting_since + make_interval(hours => y.stale_warn_hours) <= :now
              AND (t.snoozed_until IS NULL OR t.snoozed_until <= :now)
            ORDER BY t.waiting_since LIMIT :atMost
            """)
    List<Ticket> toWarn(Collection<Long> guildIds, Instant now, int atMost);

    /** Open tickets whose staff owe the first answer, were not reminded of it, and should be. */
    @Query("""
            select t from Ticket t
            where t.guildId in :guildIds and t.state = dev.homelab.discordbot.ticket.TicketState.OPEN
              and t.turn.side = dev.homelab.discordbot.ticket.Side.STAFF and t.turn.warnedAt is null
              and t.firstResponse.at is null and t.firstResponse.due <= :now
              and (t.turn.snoozedUntil is null or t.turn.snoozedUntil <= :now)
            order by t.firstResponse.due
            """)
    List<Ticket> withoutResponse(Collection<Long> guildIds, Instant now, Limit limit);

    /** Open tickets whose member was reminded long enough ago. */
    @NativeQuery("""
            SELECT t.* FROM ticket t JOIN ticket_type y ON y.id = t.type_id
            WHERE t.guild_id IN (:guildIds) AND t.state = 'OPEN' AND t.waiting_for = 'MEMBER'
              AND y.stale_close_hours > 0 AND t.warned_at + make_interval(hours => y.stale_close_hours) <= :now
            ORDER BY t.warned_at LIMIT :atMost
            """)
    List<Ticket> toCloseAsStale(Collection<Long> guildIds, Instant now, int atMost);

    @Query("""
            select t from Ticket t
            where t.guildId in :guildIds and t.state = dev.homelab.discordbot.ticket.TicketState.OPEN
              and t.closeRequest.dueAt <= :now
            order by t.closeRequest.dueAt
            """)
    List<Ticket> toCloseAsAsked(Collection<Long> guildIds, Instant now, Limit limit);

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
