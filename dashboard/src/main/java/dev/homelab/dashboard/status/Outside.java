package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When somebody outside spoke last of what they told of. An Alertmanager that has forgotten it never says that it is over. */
final class Outside {

    /** Two repetitions of Alertmanager's and an hour. */
    static final Duration SILENCE = Duration.ofHours(9);

    /** What looks back for five minutes, and is told in groups each five, is over by then. */
    static final Duration AFTERWARDS = Duration.ofMinutes(15);

    private final Map<UUID, Instant> heard = new HashMap<>();
    private final Map<CheckId, Joined> joined = new LinkedHashMap<>();

    void hear(Incident incident, Instant now) {
        heard.put(incident.id(), now);
    }

    /** Whether nothing was said of it for long; one from before the start is given its time anew. */
    boolean isSilent(Incident incident, Instant now) {
        Instant last = heard.computeIfAbsent(incident.id(), _ -> now);
        return Duration.between(last, now).compareTo(SILENCE) > 0;
    }

    /** An alert that added to an incident of ours, and when that ended without it; null while it goes on. */
    private record Joined(
            UUID ours, Incident alert, @Nullable Instant left) {}

    /** Whether an alert is new to an incident of ours. */
    boolean joins(Incident ours, Incident alert) {
        Joined before = joined.put(cause(alert), new Joined(ours.id(), alert, null));
        return before == null || !before.ours().equals(ours.id());
    }

    /** One incident of ours has become part of another, which all that had added to it goes on with. */
    void goOnWith(Incident ended, Incident other) {
        joined.replaceAll(
                (_, one) -> one.ours().equals(ended.id()) ? new Joined(other.id(), one.alert(), one.left()) : one);
    }

    /** The alert of that cause is over, or has an incident of its own. */
    void end(CheckId cause) {
        joined.remove(cause);
    }

    /** Alerts that still last long after the incidents that they had added to; they are told once. */
    List<Incident> leftBehind(Set<UUID> open, Instant now) {
        joined.replaceAll(
                (_, one) -> new Joined(one.ours(), one.alert(), open.contains(one.ours()) ? null : since(one, now)));
        List<Incident> left = joined.values().stream()
                .filter(one -> one.left() != null && one.left().plus(AFTERWARDS).isBefore(now))
                .map(Joined::alert)
                .toList();
        left.forEach(alert -> joined.remove(cause(alert)));
        return left;
    }

    private static Instant since(Joined one, Instant now) {
        return one.left() == null ? now : one.left();
    }

    private static CheckId cause(Incident alert) {
        return alert.causes().getFirst().check();
    }

    void forgetAllBut(Set<UUID> open) {
        heard.keySet().retainAll(open);
    }
}
