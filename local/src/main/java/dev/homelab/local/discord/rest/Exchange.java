package dev.homelab.local.discord.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One REST request and how it was answered.
 *
 * @param route the path with names in place of ids, or the path itself when the simulator does not know it
 * @param counted whether it counts against the global limit; interaction endpoints do not
 * @param body the request's JSON, null without one
 */
public record Exchange(
        Instant at,
        String method,
        String route,
        String path,
        int status,
        boolean counted,
        @Nullable JsonNode body) {

    @Override
    public String toString() {
        return method + " " + route + " " + status;
    }
}
