package dev.homelab.discordbot.ticket;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;

/** The staff believe that it is done: the ticket closes at {@code dueAt} unless the opener declines. */
@Embeddable
public record CloseRequest(
        @Embedded
        @AttributeOverride(name = "id", column = @Column(name = "close_asked_by_id"))
        @AttributeOverride(name = "name", column = @Column(name = "close_asked_by_name"))
        Person by,

        @Column(name = "close_due_at") Instant dueAt) {}
