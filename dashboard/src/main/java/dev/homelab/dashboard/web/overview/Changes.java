package dev.homelab.dashboard.web.overview;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.status.CheckStatus;
import dev.homelab.dashboard.status.Picture;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which checks look otherwise on a page than before. Versions begin with the time of the start, so that a page from before a
 * restart is told everything.
 */
@Component
class Changes {

    private final Map<CheckId, Looks> seen = new HashMap<>();
    private final Map<CheckId, Long> changedAt = new HashMap<>();
    private long version;

    Changes(Clock clock) {
        this.version = clock.millis();
    }

    synchronized long version() {
        return version;
    }

    /** Compares with the picture before; true when anything looks otherwise. */
    synchronized boolean note(Picture picture) {
        List<CheckStatus> changed = picture.checks().stream()
                .filter(check -> !Looks.of(check).equals(seen.put(check.id(), Looks.of(check))))
                .toList();
        boolean gone = seen.keySet()
                .retainAll(picture.checks().stream().map(CheckStatus::id).collect(Collectors.toSet()));
        if (changed.isEmpty() && !gone) {
            return false;
        }
        version++;
        changed.forEach(check -> changedAt.put(check.id(), version));
        return true;
    }

    /** Those that changed after that version. */
    synchronized List<CheckStatus> since(long known, Picture picture) {
        return picture.checks().stream()
                .filter(check -> changedAt.getOrDefault(check.id(), version) > known)
                .toList();
    }

    private record Looks(Health health, Said said, Set<CheckId> causes, boolean paused) {

        private static Looks of(CheckStatus check) {
            return new Looks(check.health(), check.finding().said(), check.causes(), check.paused());
        }
    }
}
