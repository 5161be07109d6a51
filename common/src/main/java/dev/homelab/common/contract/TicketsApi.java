package dev.homelab.common.contract;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the discord-bot tells other services, and does for them; version 1. What cannot be is answered with a problem
 * (RFC 9457) whose {@code detail} is a sentence for people: 400 for what is not as described here, with the name of the
 * field or parameter; 404 for what is not there; 409 for a move that a ticket's state does not allow; 422 for what the
 * rules of the server or of Discord forbid.
 */
@HttpExchange("/internal/v1/tickets")
public interface TicketsApi {

    /** The state of all tickets and of the connection to Discord, in one answer of bounded size. */
    @GetExchange("/overview")
    TicketsOverview overview();

    /**
     * Tickets, the newest first, 50 a page.
     *
     * @param server only those of this server; null for all
     * @param state only those in one of these states; empty for all
     * @param type only those of this type; null for all
     * @param text only those whose title has it, or whose number it is; null for all
     * @param staff only those of the types whose staff this Discord user is; null for all
     * @param page from 0
     */
    @GetExchange
    TicketPage search(
            @RequestParam(required = false) @Nullable Long server,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable Long type,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Long staff,
            @RequestParam(defaultValue = "0") int page);

    /**
     * One ticket, with its answers and what was done to it.
     *
     * @param staff for whom it is not there unless this Discord user is staff of its type; null for whoever may see all
     */
    @GetExchange("/{id}")
    TicketDetails ticket(@PathVariable UUID id, @RequestParam(required = false) @Nullable Long staff);

    /** Says something in an open ticket for a member of the staff, under their Discord name and picture. */
    @PostExchange("/{id}/replies")
    void reply(@PathVariable UUID id, @RequestBody StaffReply reply);

    /**
     * How a server's tickets went.
     *
     * @param days the last so many, 1 to 3650
     */
    @GetExchange("/statistics")
    TicketFigures statistics(@RequestParam long server, @RequestParam(defaultValue = "30") int days);
}
