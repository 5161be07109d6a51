package dev.homelab.common.contract;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** How consents at platforms come about; version 1. */
@HttpExchange("/internal/v1/oauth-sessions")
public interface OAuthSessionsApi {

    /** The last 24 hours. */
    @GetExchange("/statistics")
    OAuthFigures statistics();
}
