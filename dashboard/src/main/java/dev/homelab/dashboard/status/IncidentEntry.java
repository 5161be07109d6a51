package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Said;
import java.time.Instant;

/**
 * A line in the story of an incident.
 *
 * @param by who wrote it; empty for the dashboard itself
 * @param said what happened; of a note and of evidence, key {@code incident.text} with the text as it was
 */
public record IncidentEntry(Instant at, Kind kind, String by, Said said) {

    /** What a line is about. */
    public enum Kind {
        OPENED,
        CAUSE,
        AFFECTED,
        EVIDENCE,
        ALERT,
        NOTE,
        CLOSED
    }
}
