package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.ticket.TicketView;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.springframework.stereotype.Component;

/** Which openings and moves somebody is busy with, so that repair does not take them for left behind. */
@Component
class UnderWay {

    private final Map<UUID, TicketView> tickets = new ConcurrentHashMap<>();
    private final Set<Long> threads = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Writes an intent; whoever looks for what was left behind waits that long. */
    TicketView begin(Supplier<TicketView> intent) {
        lock.readLock().lock();
        try {
            TicketView ticket = intent.get();
            tickets.put(ticket.id(), ticket);
            return ticket;
        } finally {
            lock.readLock().unlock();
        }
    }

    void end(TicketView ticket) {
        tickets.remove(ticket.id());
    }

    /** Those of the tickets that were left behind; they count as begun. */
    List<TicketView> takeOver(Supplier<List<TicketView>> unfinished) {
        lock.writeLock().lock();
        try {
            Set<UUID> busy = new HashSet<>(tickets.keySet());
            List<TicketView> left = unfinished.get().stream()
                    .filter(ticket -> !busy.contains(ticket.id()))
                    .toList();
            left.forEach(ticket -> tickets.put(ticket.id(), ticket));
            return left;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Whether a thread that no ticket has yet may be the one that is being made for one, however long that takes. */
    boolean isBeingMade(ThreadChannel thread) {
        return tickets.values().stream()
                .anyMatch(ticket -> ticket.guildId() == thread.getGuild().getIdLong()
                        && thread.getName().startsWith(TicketThreads.prefix(ticket)));
    }

    /** Moves a ticket out of a thread, to which the last word is said when the ticket has another one already. */
    <T> T leaving(long threadId, Supplier<T> move) {
        threads.add(threadId);
        try {
            return move.get();
        } finally {
            threads.remove(threadId);
        }
    }

    boolean isBeingLeft(long threadId) {
        return threads.contains(threadId);
    }
}
