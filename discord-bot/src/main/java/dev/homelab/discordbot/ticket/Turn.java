package dev.homelab.discordbot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is in an open ticket, and the stale clock, which runs on the member's turn alone.
 *
 * @param since when the turn began
 * @param warnedAt when whoever owes the answer was reminded in this turn; null when not yet
 * @param snoozedUntil no reminder before; null for none
 */
@Embeddable
public record Turn(
        @Column(name = "waiting_for") @Enumerated(EnumType.STRING)
        Side side,

        @Column(name = "waiting_since") Instant since,
        @Nullable Instant warnedAt,
        @Nullable Instant snoozedUntil) {

    static Turn of(Side side, Instant now) {
        return new Turn(side, now, null, null);
    }

    Turn warned(Instant now) {
        return new Turn(side, since, now, snoozedUntil);
    }

    Turn snoozed(Instant until) {
        return new Turn(side, since, null, until);
    }
}
