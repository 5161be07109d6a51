package dev.homelab.dashboard.web.incident;

import dev.homelab.common.page.Moments.Moment;
import dev.homelab.dashboard.web.IncidentLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident's page.
 *
 * @param story oldest first; null while PostgreSQL is away
 */
record IncidentView(
        IncidentLine line,
        List<Party> causes,
        List<Party> affected,
        @Nullable List<Entry> story) {

    /**
     * What had a part in it.
     *
     * @param page whether it is a check that is still there, and has a page
     */
    record Party(String check, boolean page, String title, String why) {}

    /**
     * A line of the story.
     *
     * @param kind as texts' keys have it
     * @param quoted whether it is shown as it is, line by line
     */
    record Entry(Moment at, String kind, String by, String text, boolean quoted) {}
}
