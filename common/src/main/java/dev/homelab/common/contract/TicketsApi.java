package dev.homelab.common.contract;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What the discord-bot tells other services; version 1. */
@HttpExchange("/internal/v1/tickets")
public interface TicketsApi {

    /** The state of all tickets and of the connection to Discord, in one answer of bounded size. */
    @GetExchange("/overview")
    TicketsOverview overview();
}
