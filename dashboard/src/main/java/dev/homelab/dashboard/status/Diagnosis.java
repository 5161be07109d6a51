package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells what fails of itself from what only waits for another. Along the needs of a check, those that are down explain it, and
 * the deepest of them are its causes; one that nobody could look at is looked through.
 */
final class Diagnosis {

    private final Map<CheckId, Standing> standings;

    /** Of these standings, as they are whenever it is asked. */
    Diagnosis(Map<CheckId, Standing> standings) {
        this.standings = standings;
    }

    /** Why that check is not up; itself where nothing it needs explains it, nothing where it does not fail. */
    Set<CheckId> causes(CheckId id) {
        Standing standing = standings.get(id);
        if (standing == null || standing.health() == Health.UP) {
            return Set.of();
        }
        Set<CheckId> deeper = new LinkedHashSet<>();
        explain(standing, deeper, new HashSet<>(Set.of(id)));
        if (deeper.isEmpty() && standing.isFailing()) {
            deeper.add(id);
        }
        return deeper;
    }

    private void explain(Standing standing, Set<CheckId> causes, Set<CheckId> seen) {
        for (CheckId id : standing.definition().needs()) {
            Standing need = standings.get(id);
            if (need == null || !seen.add(id)) {
                continue;
            }
            if (need.health() == Health.DOWN) {
                int before = causes.size();
                explain(need, causes, seen);
                if (causes.size() == before) {
                    causes.add(id);
                }
            } else if (need.health() == Health.UNKNOWN) {
                explain(need, causes, seen);
            }
        }
    }

    /**
     * What has to be looked at once more before anybody is blamed for that check's failing: whatever it needs, directly or
     * not, that is in doubt or was not looked at since the trouble began.
     */
    Set<CheckId> unsettled(CheckId id) {
        Standing standing = standings.get(id);
        if (standing == null || !standing.isFailing()) {
            return Set.of();
        }
        Set<CheckId> open = new LinkedHashSet<>();
        Set<CheckId> seen = new HashSet<>(Set.of(id));
        Deque<CheckId> left = new ArrayDeque<>(standing.definition().needs());
        while (!left.isEmpty()) {
            CheckId next = left.pop();
            Standing need = standings.get(next);
            if (need == null || !seen.add(next)) {
                continue;
            }
            if (need.isDoubtedForWorse() || isOlder(need, standing.since())) {
                open.add(next);
            }
            left.addAll(need.definition().needs());
        }
        return open;
    }

    private static boolean isOlder(Standing need, Instant trouble) {
        return need.looked() == null || Objects.requireNonNull(need.looked()).isBefore(trouble);
    }
}
