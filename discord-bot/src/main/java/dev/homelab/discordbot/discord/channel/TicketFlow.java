package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketDraft;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.Objects;
import java.util.UUID;
import net.dv8tion.jda.api.entities.Guild;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Opens, closes, reopens and moves tickets: each step written first, then done, then written as done. */
@Component
public class TicketFlow {

    private static final Logger log = LoggerFactory.getLogger(TicketFlow.class);

    private final TicketDesk desk;
    private final TicketThreads threads;
    private final Opener opener;
    private final UnderWay underWay;

    TicketFlow(TicketDesk desk, TicketThreads threads, Opener opener, UnderWay underWay) {
        this.desk = desk;
        this.threads = threads;
        this.opener = opener;
        this.underWay = underWay;
    }

    /**
     * Opens a ticket, in two counted calls.
     *
     * @throws dev.homelab.discordbot.ticket.RefusedOpening when a limit is reached, or the member is blocked
     */
    public Opening open(Guild guild, TicketDraft draft) {
        try {
            return opener.open(guild, () -> desk.open(draft));
        } catch (DataIntegrityViolationException e) {
            return before(desk.submittedBefore(draft.nonce()).orElseThrow(() -> e));
        }
    }

    private static Opening before(TicketView ticket) {
        Long threadId = ticket.threadId();
        return threadId == null ? new Opening.UnderWay(ticket) : new Opening.Opened(ticket, threadId);
    }

    /** Closes an open ticket, in one counted call; {@link #writeClosing} and {@link #finishClosing} are its halves. */
    public TicketView close(Guild guild, UUID ticketId, Person by, @Nullable String reason) {
        return finishClosing(guild, writeClosing(ticketId, by, reason));
    }

    /** Closes a ticket that was found waiting for its member, if it still waits. */
    public void closeStillWaiting(Guild guild, TicketView then, Person by, String reason) {
        finishClosing(guild, desk.closeStillWaiting(then, by, reason));
    }

    /** For whoever must still change a message in the thread before it is archived. */
    public TicketView writeClosing(UUID ticketId, Person by, @Nullable String reason) {
        return desk.close(ticketId, by, reason);
    }

    public TicketView finishClosing(Guild guild, TicketView ticket) {
        threads.close(guild, ticket);
        threads.closeNotes(guild, ticket);
        return desk.archived(ticket.id());
    }

    /** Opens a closed ticket again, in its old thread where that still stands. */
    public Opening reopen(Guild guild, UUID ticketId, Person by) {
        return opener.open(guild, () -> desk.reopen(ticketId, by));
    }

    /**
     * Goes on under another type, in a new thread; the old one says so, and is locked and archived. What of that fails is
     * made good by repair.
     */
    public Opening retype(Guild guild, TicketView before, TicketType type, Person by) {
        long old = Objects.requireNonNull(before.threadId());
        return opener.inTime(
                before,
                () -> underWay.leaving(old, () -> {
                    Opening opening = opener.openInTheEnd(guild, () -> desk.retype(before.id(), type, by));
                    String lastWord = opening instanceof Opening.Opened opened
                            ? threads.movedTo(before, opened.threadId())
                            : threads.moving(before);
                    try {
                        threads.leaveBehind(guild, before, lastWord);
                    } catch (RuntimeException e) {
                        log.atWarn()
                                .addKeyValue("ticket", before.id())
                                .log("Its old thread is left open: {}", e.getMessage());
                        opener.repairSoon(guild, e);
                    }
                    return opening;
                }));
    }
}
