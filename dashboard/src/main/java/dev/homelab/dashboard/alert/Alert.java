package dev.homelab.dashboard.alert;

import dev.homelab.dashboard.status.Incident;
import java.time.Instant;
import java.util.UUID;

/**
 * Something to tell over one channel.
 *
 * @param id by which whoever receives it twice can tell
 * @param incident as it was when it was to be told
 */
record Alert(UUID id, UUID channel, Incident incident, Kind kind, Instant at) {

    /** Why it is told. */
    enum Kind {
        OPENED,
        REPEATED,
        CLOSED,
        TEST
    }
}
