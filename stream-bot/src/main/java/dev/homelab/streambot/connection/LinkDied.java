package dev.homelab.streambot.connection;

import java.time.Instant;
import java.util.UUID;

/** A link that only its streamer can bring back; published inside the transaction that says so. */
public record LinkDied(UUID connection, UUID streamer, String platform, String account, Death reason, Instant at) {}
