package dev.homelab.common.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * Who did what with links; version 1. Beside what is here, {@code GET /internal/v1/audit/export} answers all lines of the
 * same {@code streamer} and {@code action} as a stream of {@code application/x-ndjson}: one {@link AuditPage.Line} in each
 * line, the newest first, of any length.
 */
@HttpExchange("/internal/v1/audit")
public interface AuditApi {

    /**
     * The newest lines before one, 100 a page.
     *
     * @param before the {@code next} of the page before; null to begin with the newest
     * @param streamer only what they did, or what happened to their links; null for everybody
     * @param action only this, such as SIGN_IN; null for all
     */
    @GetExchange
    AuditPage page(
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable UUID streamer,
            @RequestParam(required = false) @Nullable String action);
}
