package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.discord.outbox.Chores;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.WrongMove;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Guild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets tickets have their threads, in their order where the server has no room for all. */
@Component
class Opener {

    private static final Logger log = LoggerFactory.getLogger(Opener.class);

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final int AT_ONCE = 4;

    private final TicketDesk desk;
    private final TicketShelf shelf;
    private final TicketThreads threads;
    private final Headroom headroom;
    private final UnderWay underWay;
    private final Chores chores;
    private final DiscordConnection discord;
    private final Set<Long> queues = ConcurrentHashMap.newKeySet();
    private final ReentrantLock advancing = new ReentrantLock();

    /** A server's intents lock one row, one after the other: in a burst they wait here, not on the pool's connections. */
    private final Semaphore writing = new Semaphore(AT_ONCE, true);

    Opener(
            TicketDesk desk,
            TicketShelf shelf,
            TicketThreads threads,
            Headroom headroom,
            UnderWay underWay,
            Chores chores,
            DiscordConnection discord) {
        this.desk = desk;
        this.shelf = shelf;
        this.threads = threads;
        this.headroom = headroom;
        this.underWay = underWay;
        this.chores = chores;
        this.discord = discord;
    }

    /**
     * Writes the intent, then opens the thread, or puts the ticket at the end of the server's queue. What Discord did not
     * let through is finished by repair, soon or as soon as the database is back.
     */
    Opening open(Guild guild, Supplier<TicketView> intent) {
        TicketView ticket = inTurn(intent);
        return inTime(ticket, () -> through(guild, ticket));
    }

    /** The same for whoever waits until it is through or has failed. */
    Opening openInTheEnd(Guild guild, Supplier<TicketView> intent) {
        return through(guild, inTurn(intent));
    }

    private Opening through(Guild guild, TicketView ticket) {
        try {
            return open(guild, ticket);
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("ticket", ticket.id()).log("Left to repair: {}", e.getMessage());
            repairSoon(guild, e);
            throw e;
        } finally {
            underWay.end(ticket);
        }
    }

    /**
     * What comes of it in the time that people have patience; after that it goes on by itself, or repair goes on with it.
     * JDA notices that a call's time is up only when its turn comes, which a 429 puts off for minutes.
     */
    Opening inTime(TicketView ticket, Supplier<Opening> opening) {
        FutureTask<Opening> task = new FutureTask<>(opening::get);
        Thread.ofVirtual().name("opening").start(task);
        try {
            return task.get(discord.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Opening.UnderWay(ticket);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Opening.UnderWay(ticket);
        }
    }

    private TicketView inTurn(Supplier<TicketView> intent) {
        writing.acquireUninterruptibly();
        try {
            return underWay.begin(intent);
        } finally {
            writing.release();
        }
    }

    /** Or, where that cannot be written down, when the database is back. */
    void repairSoon(Guild guild, RuntimeException failure) {
        try {
            chores.after("repair", guild.getIdLong(), SOON);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            discord.databaseFailed();
        }
    }

    /** Nobody overtakes those who wait already. */
    private Opening open(Guild guild, TicketView ticket) {
        Optional<Long> thread = queues.contains(guild.getIdLong()) ? Optional.empty() : enter(guild, ticket);
        if (thread.isPresent()) {
            return new Opening.Opened(desk.opened(ticket.id(), thread.get()), thread.get());
        }
        long place = desk.queue(ticket.id());
        queues.add(guild.getIdLong());
        return new Opening.Queued(ticket, place);
    }

    private Optional<Long> enter(Guild guild, TicketView ticket) {
        return headroom.use(guild, () -> threads.enter(guild, ticket));
    }

    /** There may be room again: opens what waits, the first first, until Discord says that it is full. */
    void advance(Guild guild) {
        advancing.lock();
        try {
            List<TicketView> waiting = shelf.inState(guild.getIdLong(), TicketState.QUEUED);
            if (waiting.stream().allMatch(ticket -> leavesQueue(guild, ticket))) {
                queues.remove(guild.getIdLong());
            } else {
                queues.add(guild.getIdLong());
            }
        } finally {
            advancing.unlock();
        }
    }

    /** For whoever has seen a thread go; without a queue it costs nothing. */
    void roomAgain(Guild guild) {
        if (queues.contains(guild.getIdLong())) {
            advance(guild);
        }
    }

    private boolean leavesQueue(Guild guild, TicketView waiting) {
        TicketView ticket;
        try {
            ticket = underWay.begin(() -> desk.dequeue(waiting.id()));
        } catch (WrongMove e) {
            log.atDebug().addKeyValue("ticket", waiting.id()).log("Moved meanwhile: {}", e.getMessage());
            return true;
        }
        try {
            Optional<Long> thread = enter(guild, ticket);
            thread.ifPresentOrElse(id -> desk.opened(ticket.id(), id), () -> desk.stillQueued(ticket.id()));
            return thread.isPresent();
        } finally {
            underWay.end(ticket);
        }
    }
}
