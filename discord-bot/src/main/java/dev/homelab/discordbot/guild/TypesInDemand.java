package dev.homelab.discordbot.guild;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Types for those who only look at them, all at once: who asks while a type is being read shares the answer, so that a
 * burst of clicks does not wait for the pool's connections. Nothing is kept, so nothing is out of date.
 */
@Component
public class TypesInDemand {

    private final TicketTypes types;
    private final Map<Long, CompletableFuture<Optional<TicketType>>> underWay = new ConcurrentHashMap<>();

    TypesInDemand(TicketTypes types) {
        this.types = types;
    }

    /** The type of that id in that server, which must not be changed: others look at the same one. */
    public Optional<TicketType> type(long guildId, long typeId) {
        return read(typeId).filter(type -> type.guildId() == guildId);
    }

    private Optional<TicketType> read(long typeId) {
        CompletableFuture<Optional<TicketType>> own = new CompletableFuture<>();
        CompletableFuture<Optional<TicketType>> others = underWay.putIfAbsent(typeId, own);
        if (others != null) {
            return answer(others);
        }
        try {
            own.complete(types.findById(typeId));
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
        } finally {
            underWay.remove(typeId, own);
        }
        return answer(own);
    }

    private static Optional<TicketType> answer(CompletableFuture<Optional<TicketType>> read) {
        try {
            return read.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
