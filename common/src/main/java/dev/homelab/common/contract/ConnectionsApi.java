package dev.homelab.common.contract;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the stream-bot tells other services of links, and does for them; version 1. Never a token. What cannot be is
 * answered with a problem (RFC 9457) whose {@code detail} is a sentence for people: 400 for parameters that make no
 * sense, 404 for what is not there; those of {@link #refresh} are those of {@link TokensApi}.
 */
@HttpExchange("/internal/v1/connections")
public interface ConnectionsApi {

    /** The state of all links, in one answer of bounded size; at most half a minute old, and new after each change. */
    @GetExchange("/overview")
    ConnectionsOverview overview();

    /**
     * Links, 50 a page.
     *
     * @param streamer only those of this streamer; null for all
     * @param platform only those to this platform, by its id; null for all
     * @param state only those in one of these states, LIVE, RETRYING or BROKEN; empty for all
     * @param text only those whose account or streamer has it in its name, or whose account's id it is; null for all
     * @param ending whether only those whose platform ends them within five days
     * @param sort LINKED (the newest first, as without it), STREAMER, CARE (those that need somebody first) or ENDS
     * @param page from 0 to 10000
     */
    @GetExchange
    ConnectionPage search(
            @RequestParam(required = false) @Nullable UUID streamer,
            @RequestParam(required = false) @Nullable String platform,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "false") boolean ending,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page);

    @GetExchange("/{id}")
    ConnectionPage.Line connection(@PathVariable UUID id);

    /** How each platform is doing, in the order of the pages. */
    @GetExchange("/platforms")
    List<PlatformHealth> platforms();

    /** Renews a link's token now, and waits for it up to 15 s. */
    @PostExchange("/{id}/refresh")
    ConnectionPage.Line refresh(@PathVariable UUID id);
}
