package dev.homelab.dashboard.web.tickets;

import dev.homelab.common.contract.TicketPage;
import dev.homelab.common.page.Moments;
import dev.homelab.common.page.Moments.Moment;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list.
 *
 * @param waiting for whom, as texts' keys have it: staff, member or nobody
 * @param due until when the staff should have answered first; null when there is no such time, or they have
 * @param late whether that is over
 */
record TicketLine(
        String id,
        long number,
        String title,
        String type,
        String server,
        String opener,
        String state,
        String tone,
        String priority,
        String waiting,
        @Nullable String handler,
        Moment opened,
        Moment active,
        @Nullable Moment closed,
        @Nullable Moment due,
        boolean late) {

    static TicketLine of(TicketPage.Line line, Moments moments, Instant now) {
        Instant due = line.firstResponseDue();
        boolean late = due != null && due.isBefore(now);
        return new TicketLine(
                line.id().toString(),
                line.number(),
                line.title(),
                line.type(),
                line.server(),
                line.opener(),
                key(line.state()),
                tone(line, late),
                key(line.priority()),
                key(line.waitingFor()),
                line.handler(),
                moments.time(line.openedAt()),
                moments.time(line.activeAt()),
                line.closedAt() == null ? null : moments.time(line.closedAt()),
                due == null ? null : moments.time(due),
                late);
    }

    private static String tone(TicketPage.Line line, boolean late) {
        if ("CLOSED".equals(line.state())) {
            return "unknown";
        }
        return late ? "down" : "STAFF".equals(line.waitingFor()) ? "warn" : "up";
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
