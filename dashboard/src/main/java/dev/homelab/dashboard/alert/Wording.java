package dev.homelab.dashboard.alert;

import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Words;
import dev.homelab.dashboard.status.Cause;
import dev.homelab.dashboard.status.Incident;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts alerts into the words of a channel's language. */
@Component
class Wording {

    private final Words words;
    private final AlertSettings settings;
    private final Clock clock;

    Wording(Words words, AlertSettings settings, Clock clock) {
        this.words = words;
        this.settings = settings;
        this.clock = clock;
    }

    Message of(Alert alert, Locale locale) {
        Incident incident = alert.incident();
        String sentence = words.say(incident.sentence(), locale);
        String why = incident.causes().stream()
                .map(Cause::said)
                .map(said -> words.say(said, locale))
                .distinct()
                .collect(Collectors.joining(" "));
        long minutes = incident.lasted(clock.instant()).toMinutes();
        return new Message(
                alert.id().toString(),
                switch (alert.kind()) {
                    case OPENED -> sentence;
                    case REPEATED -> words.say(Said.of("alert.still", sentence), locale);
                    case CLOSED -> words.say(Said.of("alert.over", sentence), locale);
                    case TEST -> words.say(Said.of("alert.test"), locale);
                },
                alert.kind() == Alert.Kind.TEST ? "" : why + " " + words.say(Said.of("alert.lasts", minutes), locale),
                settings.url() + (alert.kind() == Alert.Kind.TEST ? "/" : "/incidents/" + incident.id()),
                incident.severity(),
                alert.kind() == Alert.Kind.CLOSED,
                alert.at());
    }
}
