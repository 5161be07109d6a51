package dev.homelab.discordbot.ticket;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket ended.
 *
 * @param reason at most 500 characters; null for none
 */
@Embeddable
public record Closing(
        @Embedded
        @AttributeOverride(name = "id", column = @Column(name = "closed_by_id"))
        @AttributeOverride(name = "name", column = @Column(name = "closed_by_name"))
        Person by,

        @Column(name = "closed_at") Instant at,
        @Column(name = "close_reason") @Nullable String reason) {

    private static final int LONGEST_REASON = 500;

    public Closing {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new WrongMove("close.reason", LONGEST_REASON);
        }
    }
}
