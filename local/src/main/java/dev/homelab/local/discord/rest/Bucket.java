package dev.homelab.local.discord.rest;

import java.time.Duration;

/** How often one route may be used for one channel, server or webhook; the figures are those seen at Discord. */
record Bucket(String name, int limit, Duration window) {

    static Bucket of(Route route) {
        String name = route.method() + " " + route.path();
        if (route.path().contains("/reactions/")) {
            return new Bucket("reactions", 4, Duration.ofSeconds(1));
        }
        if (route.path().startsWith("/channels/{channel_id}/messages")
                && !route.method().equals("GET")) {
            return new Bucket(name, 5, Duration.ofSeconds(5));
        }
        if (route.path().startsWith("/webhooks/")) {
            return new Bucket("webhooks", 5, Duration.ofSeconds(2));
        }
        return new Bucket(name, 50, Duration.ofSeconds(5));
    }
}
