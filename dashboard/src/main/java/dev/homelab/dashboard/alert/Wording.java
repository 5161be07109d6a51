package dev.homelab.dashboard.alert;

import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.status.Cause;
import dev.homelab.dashboard.status.Incident;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts alerts into the words of a channel's language. */
@Component
class Wording {

    private final MessageSource texts;
    private final AlertSettings settings;
    private final Clock clock;

    Wording(MessageSource texts, AlertSettings settings, Clock clock) {
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    Message of(Alert alert, Locale locale) {
        Incident incident = alert.incident();
        String sentence = say(incident.sentence(), locale);
        String why = incident.causes().stream()
                .map(Cause::said)
                .map(said -> say(said, locale))
                .distinct()
                .collect(Collectors.joining(" "));
        long minutes = incident.lasted(clock.instant()).toMinutes();
        return new Message(
                alert.id().toString(),
                switch (alert.kind()) {
                    case OPENED -> sentence;
                    case REPEATED -> say(Said.of("alert.still", sentence), locale);
                    case CLOSED -> say(Said.of("alert.over", sentence), locale);
                    case TEST -> say(Said.of("alert.test"), locale);
                },
                alert.kind() == Alert.Kind.TEST ? "" : why + " " + say(Said.of("alert.lasts", minutes), locale),
                settings.url() + (alert.kind() == Alert.Kind.TEST ? "/" : "/incidents/" + incident.id()),
                incident.severity(),
                alert.kind() == Alert.Kind.CLOSED,
                alert.at());
    }

    private String say(Said said, Locale locale) {
        String text = texts.getMessage(said.key(), said.args().toArray(), said.key(), locale);
        return text == null ? said.key() : text;
    }
}
