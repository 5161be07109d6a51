package dev.homelab.discordbot.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How the opener found the help.
 *
 * @param stars 1 to 5
 * @param comment at most 1000 characters; null for none
 */
@Embeddable
public record Rating(
        @Column(name = "rating") int stars,
        @Column(name = "rating_comment") @Nullable String comment) {

    public Rating {
        if (stars < 1 || stars > 5 || (comment != null && comment.length() > 1000)) {
            throw new IllegalArgumentException("a rating has 1 to 5 stars and at most 1000 characters");
        }
    }
}
