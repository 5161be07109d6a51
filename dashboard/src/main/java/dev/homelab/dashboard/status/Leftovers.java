package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When a cause is up again, what suffered from it needs a moment to follow. For that long it is not blamed itself: an incident
 * that is ending keeps the cause that it had.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<CheckId, Instant> since = new HashMap<>();

    /** The incident, blamed on the causes of the trouble that it has become. */
    Incident blame(Incident incident, Trouble trouble, Instant now) {
        List<CheckStatus> fresh = trouble.causes().stream()
                .filter(one -> !incident.isBlamedOn(one.id()))
                .filter(one -> !incident.concerns(one.id()) || hasStayed(one.id(), now))
                .toList();
        if (fresh.isEmpty()) {
            return incident.with(trouble.severity(), incident.causes(), incident.affected());
        }
        List<Cause> kept = incident.causes().stream()
                .filter(cause ->
                        trouble.causes().stream().anyMatch(one -> one.id().equals(cause.check())))
                .toList();
        List<Cause> causes =
                Stream.concat(kept.stream(), fresh.stream().map(Cause::of)).toList();
        return incident.with(trouble.severity(), causes, suffering(incident, causes));
    }

    /** What was taken for a cause until now suffers from the new one. */
    private static List<Affected> suffering(Incident incident, List<Cause> causes) {
        List<Affected> all = new ArrayList<>(incident.affected());
        incident.causes().forEach(cause -> all.add(new Affected(cause.check(), cause.title())));
        return all.stream()
                .filter(one -> causes.stream().noneMatch(cause -> cause.check().equals(one.check())))
                .distinct()
                .toList();
    }

    private boolean hasStayed(CheckId check, Instant now) {
        Instant first = since.computeIfAbsent(check, _ -> now);
        return Duration.between(first, now).compareTo(PATIENCE) >= 0;
    }

    /** Whether nobody knows of any of those that it still waits for how they are, for longer than patience lasts. */
    boolean haveStayed(Incident incident, Picture picture) {
        List<CheckStatus> left = picture.checks().stream()
                .filter(check -> incident.concerns(check.id()) && check.health() != Health.UP && !check.paused())
                .toList();
        long stayed = left.stream()
                .filter(check -> check.health() == Health.UNKNOWN && hasStayed(check.id(), picture.at()))
                .count(); // of all of them, as each one's patience begins when it is asked for
        return !left.isEmpty() && stayed == left.size();
    }

    /** What an incident may wait for is blamed by itself, or is unknown without anything that explains it. */
    void forgetAllBut(Picture picture) {
        since.keySet()
                .removeIf(check -> picture.find(check).filter(Leftovers::isLeft).isEmpty());
    }

    private static boolean isLeft(CheckStatus check) {
        boolean isUnexplained =
                check.health() == Health.UNKNOWN && check.causes().isEmpty();
        return !check.paused() && (check.isCause() || isUnexplained);
    }
}
