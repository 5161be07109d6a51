package dev.homelab.common.contract;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What the backup worker tells the dashboard, and does for it. */
@HttpExchange("/internal/v1/backups")
public interface BackupsApi {

    @GetExchange
    BackupsOverview overview();

    /** Begins a backup of all databases and returns at once; 409 while one is under way. */
    @PostExchange
    void backUp();

    /** Begins to restore that backup into a scratch database and to compare it, and returns at once; 404, or 409 as above. */
    @PostExchange("/{id}/drill")
    void drill(@PathVariable String id);
}
