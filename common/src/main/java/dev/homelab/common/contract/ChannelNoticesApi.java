package dev.homelab.common.contract;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What the discord-bot tells channels for other services; version 1. */
@HttpExchange("/internal/v1/channel-notices")
public interface ChannelNoticesApi {

    /**
     * Posts a notice, once for each key, however often it is asked for. 204 when it was posted, now or before; 422 when
     * the bot sees no such channel or may not write there; 503 while Discord cannot be asked or did not do it.
     */
    @PostExchange
    void post(@RequestBody ChannelNotice notice);
}
