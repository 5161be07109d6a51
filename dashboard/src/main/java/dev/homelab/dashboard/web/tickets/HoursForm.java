package dev.homelab.dashboard.web.tickets;

import dev.homelab.common.contract.TicketTypesApi;
import dev.homelab.common.contract.TicketTypesApi.Hours;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When the staff of a type are there, as the form has it; what was not sent is empty. It waits in the session
 * until it is shown once more.
 *
 * @param always null where its box is not ticked
 */
record HoursForm(@Nullable Boolean always, String zone, List<String> days, String from, String until, String outside)
        implements Serializable {

    HoursForm {
        zone = Objects.requireNonNullElse(zone, "");
        days = Objects.requireNonNullElse(days, List.of());
        from = Objects.requireNonNullElse(from, "");
        until = Objects.requireNonNullElse(until, "");
        outside = Objects.requireNonNullElse(outside, "");
    }

    static HoursForm of(@Nullable Hours hours, ZoneId readers) {
        return hours == null
                ? new HoursForm(
                        true,
                        readers.getId(),
                        List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
                        "09:00",
                        "17:00",
                        "")
                : new HoursForm(null, hours.zone(), hours.days(), hours.from(), hours.until(), hours.outside());
    }

    /** The names of the days, Monday first. */
    static Map<String, String> days(Locale language) {
        Map<String, String> names = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.put(day.name(), day.getDisplayName(TextStyle.FULL_STANDALONE, language));
        }
        return names;
    }

    public boolean on(String day) {
        return days.contains(day);
    }

    TicketTypesApi.Type changed(TicketTypesApi.Type before) {
        return before.withHours(
                Boolean.TRUE.equals(always) ? null : new Hours(zone.strip(), days, from, until, outside.strip()));
    }
}
