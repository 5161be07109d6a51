package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** When somebody outside spoke last of what they told of. An Alertmanager that has forgotten it never says that it is over. */
final class Outside {

    /** Two repetitions of Alertmanager's and an hour. */
    static final Duration SILENCE = Duration.ofHours(9);

    private final Map<UUID, Instant> heard = new HashMap<>();
    private final Map<UUID, Set<CheckId>> added = new HashMap<>();

    void hear(Incident incident, Instant now) {
        heard.put(incident.id(), now);
    }

    /** Whether nothing was said of it for long; one from before the start is given its time anew. */
    boolean isSilent(Incident incident, Instant now) {
        Instant last = heard.computeIfAbsent(incident.id(), _ -> now);
        return Duration.between(last, now).compareTo(SILENCE) > 0;
    }

    /** Whether what somebody outside tells is new to an incident of ours. */
    boolean isNewTo(Incident ours, CheckId cause) {
        return added.computeIfAbsent(ours.id(), _ -> new HashSet<>()).add(cause);
    }

    void forgetAllBut(Set<UUID> open) {
        heard.keySet().retainAll(open);
        added.keySet().retainAll(open);
    }
}
