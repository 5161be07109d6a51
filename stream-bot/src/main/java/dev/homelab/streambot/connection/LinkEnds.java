package dev.homelab.streambot.connection;

import java.time.Instant;
import java.util.UUID;

/** A link ends soon, whatever we do; published once for each grant, inside the transaction that notes it. */
public record LinkEnds(
        UUID connection, UUID streamer, String platform, String account, Instant grantedAt, Instant until) {}
