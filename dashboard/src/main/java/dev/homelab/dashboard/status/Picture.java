package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All checks at one moment. */
public record Picture(Instant at, List<CheckStatus> checks) {

    public Picture {
        checks = List.copyOf(checks);
    }

    public Optional<CheckStatus> find(CheckId id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** In the order in which groups first come. */
    public Map<String, List<CheckStatus>> groups() {
        Map<String, List<CheckStatus>> groups = new LinkedHashMap<>();
        checks.forEach(check -> groups.computeIfAbsent(check.definition().group(), _ -> new ArrayList<>())
                .add(check));
        return groups;
    }

    /** Those that fail of themselves, the worst first; those under maintenance are left out. */
    public List<CheckStatus> causes() {
        return checks.stream()
                .filter(check -> check.isCause() && !check.paused())
                .sorted((a, b) -> a.health().compareTo(b.health()))
                .toList();
    }

    /** Those that fail because of others. */
    public List<CheckStatus> affected() {
        return checks.stream()
                .filter(check -> check.isAffected() && !check.paused())
                .toList();
    }

    /** Those that are not up, except under maintenance. */
    Set<CheckId> failing() {
        return checks.stream()
                .filter(check -> check.health() != Health.UP && !check.paused())
                .map(CheckStatus::id)
                .collect(Collectors.toSet());
    }

    /** The worst that is not under maintenance; unknown alone does not hide what is down. */
    public Health worst() {
        return checks.stream()
                .filter(check -> !check.paused())
                .map(CheckStatus::health)
                .min(Health::compareTo)
                .orElse(Health.UNKNOWN);
    }
}
