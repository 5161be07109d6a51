package dev.homelab.dashboard.web.overview;

import dev.homelab.dashboard.web.IncidentLine;
import java.util.List;

/**
 * What the page shows.
 *
 * @param version of the board, from which on the live stream goes on
 * @param top what changes with everything
 */
record Overview(long version, Top top, List<Group> groups) {

    /**
     * The sentence and the open incidents.
     *
     * @param tone good, bad or plain
     * @param incidents the worst ones
     * @param more how many more are open
     * @param fromMemory whether what happens waits for PostgreSQL to be written down
     * @param lost how many were never written
     */
    record Top(String tone, String sentence, List<IncidentLine> incidents, int more, boolean fromMemory, long lost) {}

    /**
     * Checks under one title.
     *
     * @param rows as HTML
     * @param hidden how many more there are than are shown
     */
    record Group(String key, String title, String rows, int hidden) {}
}
