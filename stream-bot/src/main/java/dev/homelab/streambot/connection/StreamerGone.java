package dev.homelab.streambot.connection;

import java.util.UUID;

/** A streamer and all their links are deleted; published inside the transaction that does it. */
public record StreamerGone(UUID streamer) {}
