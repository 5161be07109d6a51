package dev.homelab.common.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a server's tickets went: all of them, by type, and by whoever of the staff took care of them. */
public record TicketFigures(Group all, List<Group> byType, List<Group> byStaff) {

    public TicketFigures {
        byType = List.copyOf(byType);
        byStaff = List.copyOf(byStaff);
    }

    /**
     * Some tickets.
     *
     * @param firstResponseSeconds the median until the staff first answered; null when they did not
     * @param resolutionSeconds the median until closing; null when none was closed
     * @param rating the mean of 1 to 5 stars; null when none was rated
     * @param onTime the share, 0 to 1, of first answers that were due and came in time; null when none was due
     */
    public record Group(
            String name,
            long opened,
            long closed,
            @Nullable Long firstResponseSeconds,
            @Nullable Long resolutionSeconds,
            @Nullable Double rating,
            @Nullable Double onTime) {}
}
