package dev.homelab.discordbot.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What repair compares of an open ticket, which is far less than the whole of it.
 *
 * @param number as {@link TicketView#number()}
 * @param noteThreadId null where the staff has no thread of its own
 */
public record OpenThread(
        UUID id,
        long number,
        long threadId,
        @Nullable Instant parkedAt,
        @Nullable Long noteThreadId) {

    public boolean isParked() {
        return parkedAt != null;
    }
}
