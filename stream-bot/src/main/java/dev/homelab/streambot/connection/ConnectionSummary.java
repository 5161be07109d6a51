package dev.homelab.streambot.connection;

import java.time.Instant;

/** A link with its streamer's name, for an overview. */
public interface ConnectionSummary {

    String getStreamer();

    String getPlatform();

    String getAccount();

    ConnectionState getState();

    Instant getLinked();

    Instant getDue();
}
