package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.WrongMove;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps a server below Discord's cap of active threads: parks the tickets in which nothing was said for longest. */
@Component
class Headroom {

    private static final Logger log = LoggerFactory.getLogger(Headroom.class);

    /** A ticket that was just opened or spoken in is left alone. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private static final int SOME = 5;
    private static final int TRIES = 3;

    private final GuildRegistry guilds;
    private final TicketShelf shelf;
    private final TicketDesk desk;
    private final Clock clock;
    private final Map<Long, Room> rooms = new ConcurrentHashMap<>();

    Headroom(GuildRegistry guilds, TicketShelf shelf, TicketDesk desk, Clock clock) {
        this.guilds = guilds;
        this.shelf = shelf;
        this.desk = desk;
        this.clock = clock;
    }

    /** The server's active threads, ours and others', without a call: JDA keeps exactly those. */
    int active(Guild guild) {
        return (int) guild.getThreadChannelCache().size();
    }

    /** How many active threads the server may have before tickets are parked. */
    int limit(Guild guild) {
        return guilds.get(guild.getIdLong()).limits().activeThreads();
    }

    /**
     * Parks as many tickets as there are threads above the server's limit; one call for each. Those who need room at once
     * wait for each other, so that none is parked twice or needlessly.
     */
    void keep(Guild guild) {
        Room room = room(guild);
        room.lock.lock();
        try {
            room.leaving.removeIf(id -> guild.getThreadChannelById(id) == null);
            int above = active(guild) - room.leaving.size() - limit(guild);
            if (above > 0) {
                park(guild, room, above);
            }
        } finally {
            room.lock.unlock();
        }
    }

    /** Without letting whoever made a thread wait for it. */
    void keepMeanwhile(Guild guild) {
        Thread.startVirtualThread(() -> {
            try {
                keep(guild);
            } catch (RuntimeException e) {
                log.warn("Room for threads could not be kept", e);
            }
        });
    }

    /** A thread that was parked is awake, and counts again. */
    void woken(Guild guild, long threadId) {
        room(guild).leaving.remove(threadId);
        keep(guild);
    }

    /** Does what needs one more active thread, with room made for it; empty when there is none to be made. */
    <T> Optional<T> use(Guild guild, Supplier<T> call) {
        for (int i = 0; i < TRIES; i++) {
            try {
                return Optional.of(call.get());
            } catch (ErrorResponseException e) {
                if (e.getErrorResponse() != ErrorResponse.MAX_ACTIVE_THREADS) {
                    throw e;
                }
                if (makeRoom(guild) == 0) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private Room room(Guild guild) {
        return rooms.computeIfAbsent(guild.getIdLong(), _ -> new Room());
    }

    private int makeRoom(Guild guild) {
        Room room = room(guild);
        room.lock.lock();
        try {
            return park(guild, room, SOME);
        } finally {
            room.lock.unlock();
        }
    }

    /** Returns how many were parked. */
    private int park(Guild guild, Room room, int atMost) {
        Instant idleSince = clock.instant().minus(IDLE);
        return (int) shelf.idlest(guild.getIdLong(), idleSince, atMost).stream()
                .filter(ticket -> park(guild, room, ticket))
                .count();
    }

    /** Written first, so that Discord's event about it finds it known; taken back when Discord refuses. */
    private boolean park(Guild guild, Room room, TicketView ticket) {
        long threadId = Objects.requireNonNull(ticket.threadId());
        try {
            desk.parked(ticket.id());
            room.leaving.add(threadId);
            if (ArchivedThread.of(guild, threadId).park()) {
                return true;
            }
            stays(room, ticket, threadId);
        } catch (WrongMove e) {
            log.atDebug().addKeyValue("ticket", ticket.id()).log("Moved meanwhile: {}", e.getMessage());
        } catch (ErrorResponseException e) {
            stays(room, ticket, threadId);
            log.atWarn().addKeyValue("ticket", ticket.id()).log("A ticket cannot be parked: {}", e.getMeaning());
        }
        return false;
    }

    private void stays(Room room, TicketView ticket, long threadId) {
        room.leaving.remove(threadId);
        desk.woken(ticket.id());
    }

    /** One server's: its threads that were parked stay in JDA's cache until Discord's event about them comes. */
    private static final class Room {

        private final Lock lock = new ReentrantLock();
        private final Set<Long> leaving = ConcurrentHashMap.newKeySet();
    }
}
