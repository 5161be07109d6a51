package dev.homelab.common.contract;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What the discord-bot tells people for other services; version 1. */
@HttpExchange("/internal/v1/direct-messages")
public interface DirectMessagesApi {

    /**
     * Sends a direct message, once for each key, however often it is asked for. 204 when it was sent, now or before; 422
     * when the person takes no direct messages of the bot, where repeating is of no use; 503 while Discord cannot be
     * asked or did not do it, where it is.
     */
    @PostExchange
    void send(@RequestBody DirectMessage message);
}
