package dev.homelab.streambot.connection;

import java.io.Serializable;
import java.util.UUID;

/** Somebody who has signed in; their name is that of the account they came with. */
public record Streamer(UUID id, String name) implements Serializable {

    private static final long serialVersionUID = 1;
}
