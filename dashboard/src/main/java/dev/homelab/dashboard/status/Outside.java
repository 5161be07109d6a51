package dev.homelab.dashboard.status;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** When somebody outside spoke last of what they told of. An Alertmanager that has forgotten it never says that it is over. */
final class Outside {

    /** Two repetitions of Alertmanager's and an hour. */
    static final Duration SILENCE = Duration.ofHours(9);

    private final Map<UUID, Instant> heard = new HashMap<>();

    void hear(Incident incident, Instant now) {
        heard.put(incident.id(), now);
    }

    /** Whether nothing was said of it for long; one from before the start is given its time anew. */
    boolean isSilent(Incident incident, Instant now) {
        Instant last = heard.computeIfAbsent(incident.id(), _ -> now);
        return Duration.between(last, now).compareTo(SILENCE) > 0;
    }

    void forgetAllBut(Set<UUID> open) {
        heard.keySet().retainAll(open);
    }
}
