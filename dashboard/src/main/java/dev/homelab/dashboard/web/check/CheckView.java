package dev.homelab.dashboard.web.check;

import dev.homelab.common.page.Moments.Moment;
import dev.homelab.dashboard.web.CheckRow;
import dev.homelab.dashboard.web.IncidentLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check's page.
 *
 * @param kind of its target, as texts' keys have it
 * @param container that it looks at; null for other kinds, and for one that is not there
 * @param looked when somebody looked last; null for never
 * @param took how long that took, in milliseconds
 * @param incidents in which it had a part, newest first; null while PostgreSQL is away
 */
record CheckView(
        CheckRow row,
        String kind,
        @Nullable String container,
        String severity,
        long every,
        @Nullable Moment looked,
        long took,
        List<Link> needs,
        List<Link> neededBy,
        List<Uptime> uptimes,
        String range,
        @Nullable Chart chart,
        @Nullable List<IncidentLine> incidents) {

    /** Another check. */
    record Link(String id, String title, String tone) {}

    /**
     * Of one span.
     *
     * @param uptime of what is known, in words
     * @param known how much of it is known, in words
     */
    record Uptime(int days, String uptime, String known) {}
}
