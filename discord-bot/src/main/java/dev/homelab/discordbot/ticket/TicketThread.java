package dev.homelab.discordbot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket lives on Discord.
 *
 * @param id the thread's
 * @param parkedAt when it was archived while its ticket is open, to make room; null when it is awake
 * @param deletedAt when clean-up deleted it, long after the ticket was closed; null while it is there
 */
@Embeddable
public record TicketThread(
        @Column(name = "thread_id") long id,
        @Nullable Instant parkedAt,
        @Column(name = "thread_deleted_at") @Nullable Instant deletedAt) {

    static TicketThread of(long id) {
        return new TicketThread(id, null, null);
    }

    TicketThread parked(@Nullable Instant at) {
        return new TicketThread(id, at, deletedAt);
    }

    TicketThread deleted(Instant at) {
        return new TicketThread(id, parkedAt, at);
    }
}
