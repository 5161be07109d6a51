package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.Json;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** A 429: whose limit it is, and how long to wait. */
record TooMany(Scope scope, Duration delay) {

    /** Whose limit was reached, as X-RateLimit-Scope tells it. */
    enum Scope {
        USER,
        GLOBAL,
        SHARED
    }

    /** Writes the headers; clients take a 429 without Via for Cloudflare's. */
    ObjectNode write(Context context) {
        double seconds = delay.toMillis() / 1000.0;
        context.header("Retry-After", Long.toString((long) Math.ceil(seconds)))
                .header("Via", "1.1 discord-simulator")
                .header("X-RateLimit-Scope", scope.name().toLowerCase(Locale.ROOT));
        boolean global = scope == Scope.GLOBAL;
        if (global) {
            context.header("X-RateLimit-Global", "true");
        }
        String message = scope == Scope.SHARED ? "The resource is being rate limited." : "You are being rate limited.";
        return Json.object().put("message", message).put("retry_after", seconds).put("global", global);
    }
}
