package dev.homelab.common.contract;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the stream-bot hands out to services that act for streamers; version 1. Only callers that are named for it may ask,
 * and each answer is noted in the audit. Problems (RFC 9457): 400 for
 * a feature that the platform does not have; and by their {@code type}: 404
 * {@code urn:homelab:no-such-link}, also for a link of another streamer; 409 {@code urn:homelab:link-again}, with
 * {@code reason} as in {@link ConnectionPage.Line}; 403 {@code urn:homelab:missing-scopes}, with those in {@code missing};
 * 503 {@code urn:homelab:not-now}, with {@code Retry-After} in seconds.
 */
@HttpExchange("/internal/v1/tokens")
public interface TokensApi {

    /** An access token that works for two minutes at least, renewed first where that is needed; waits up to 15 s. */
    @PostExchange
    HandedToken token(@RequestBody TokenWish wish);
}
