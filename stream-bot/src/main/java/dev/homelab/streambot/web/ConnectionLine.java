package dev.homelab.streambot.web;

import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.platform.Platform;
import java.time.Instant;

/** A link as its streamer sees it; {@code tone} is a class of the shared style sheet. */
record ConnectionLine(
        String id,
        String platform,
        String title,
        String account,
        String state,
        String tone,
        String advice,
        Instant linkedAt) {

    static ConnectionLine of(Connection connection, Platform platform) {
        String[] words = words(connection, platform);
        return new ConnectionLine(
                connection.id().toString(),
                platform.id(),
                platform.title(),
                connection.accountName(),
                words[0],
                words[1],
                words[2],
                connection.linkedAt());
    }

    private static String[] words(Connection connection, Platform platform) {
        if (!platform.settings().enabled()) {
            return new String[] {"Switched off", "unknown", "This platform is not set up here at the moment."};
        }
        return switch (connection.state()) {
            case LIVE -> new String[] {"Live", "up", "Renewed by itself."};
            case RETRYING ->
                new String[] {
                    "Trying again", "warn", platform.title() + " could not be asked; you need not do anything."
                };
            case BROKEN ->
                new String[] {"Broken", "down", platform.title() + " has ended this link. Link it again to repair it."};
        };
    }
}
