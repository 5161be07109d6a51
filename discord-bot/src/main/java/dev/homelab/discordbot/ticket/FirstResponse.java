package dev.homelab.discordbot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The staff's first answer.
 *
 * @param due when it was promised, as the type's target and hours stood at the opening; null without a target
 * @param at when it came; null when not yet
 */
@Embeddable
public record FirstResponse(
        @Column(name = "first_response_due") @Nullable Instant due,
        @Column(name = "first_response_at") @Nullable Instant at) {}
