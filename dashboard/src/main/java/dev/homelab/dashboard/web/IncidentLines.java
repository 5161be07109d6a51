package dev.homelab.dashboard.web;

import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.status.Incident;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws incidents for a reader. */
@Component
public class IncidentLines {

    private final Words words;
    private final Clock clock;

    IncidentLines(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    public IncidentLine of(Incident incident, Reader reader) {
        Locale locale = reader.locale();
        return new IncidentLine(
                incident.id().toString(),
                tone(incident),
                words.say(Said.of("severity." + incident.severity().key()), locale),
                words.say(incident.sentence(), locale),
                incident.causes().stream()
                        .map(cause -> words.say(cause.said(), locale))
                        .distinct()
                        .collect(Collectors.joining(" ")),
                reader.moments().time(incident.openedAt()),
                incident.isOpen() ? null : reader.moments().time(Objects.requireNonNull(incident.closedAt())),
                lasted(incident, locale));
    }

    private static String tone(Incident incident) {
        if (!incident.isOpen()) {
            return "unknown";
        }
        return incident.severity() == Severity.CRITICAL ? "down" : "warn";
    }

    private String lasted(Incident incident, Locale locale) {
        String time = words.say(time(incident.lasted(clock.instant())), locale);
        return words.say(Said.of(incident.isOpen() ? "incidents.lasts" : "incidents.lasted", time), locale);
    }

    /** In the two largest units: days and hours, hours and minutes, minutes and seconds. */
    private static Said time(Duration lasted) {
        if (lasted.toDays() > 0) {
            return Said.of("lasted.days", lasted.toDays(), lasted.toHoursPart());
        }
        if (lasted.toHours() > 0) {
            return Said.of("lasted.hours", lasted.toHours(), lasted.toMinutesPart());
        }
        return lasted.toMinutes() > 0
                ? Said.of("lasted.minutes", lasted.toMinutes(), lasted.toSecondsPart())
                : Said.of("lasted.seconds", lasted.toSeconds());
    }
}
