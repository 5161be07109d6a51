package dev.homelab.common.contract;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What the stream-bot tells other services; version 1. Never a token. */
@HttpExchange("/internal/v1/connections")
public interface ConnectionsApi {

    /** The state of all links, in one answer of bounded size. */
    @GetExchange("/overview")
    ConnectionsOverview overview();
}
