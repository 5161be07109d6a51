package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Causes that belong together, because something fails for all of them, and what fails for them.
 *
 * @param causes at least one
 */
record Trouble(List<CheckStatus> causes, List<CheckStatus> affected) {

    /** The troubles in a picture; what is under maintenance or not settled yet is in none. */
    static List<Trouble> in(Picture picture) {
        Trouble all = new Trouble(picture.causes(), picture.affected());
        List<Trouble> troubles = new ArrayList<>();
        Set<CheckId> done = new HashSet<>();
        for (CheckStatus cause : all.causes()) {
            if (cause.settled() && done.add(cause.id())) {
                Trouble trouble = all.around(cause);
                trouble.causes().forEach(one -> done.add(one.id()));
                troubles.add(trouble);
            }
        }
        return troubles;
    }

    private Trouble around(CheckStatus first) {
        Set<CheckId> ids = new HashSet<>(Set.of(first.id()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (CheckStatus one : affected) {
                grown |= one.causes().stream().anyMatch(ids::contains) && ids.addAll(one.causes());
            }
        }
        return new Trouble(
                causes.stream().filter(one -> ids.contains(one.id())).toList(),
                affected.stream()
                        .filter(one -> one.causes().stream().anyMatch(ids::contains))
                        .toList());
    }

    /** The worst of its causes'; what is merely degraded is at most a warning. */
    Severity severity() {
        return causes.stream()
                .map(cause ->
                        cause.health() == Health.DEGRADED && cause.definition().severity() == Severity.CRITICAL
                                ? Severity.WARNING
                                : cause.definition().severity())
                .min(Severity::compareTo)
                .orElseThrow();
    }

    boolean touches(Incident incident) {
        return causes.stream().anyMatch(one -> incident.concerns(one.id()))
                || affected.stream().anyMatch(one -> incident.isBlamedOn(one.id()));
    }

    List<Cause> newCauses() {
        return causes.stream().map(Cause::of).toList();
    }

    List<Affected> newAffected() {
        return affected.stream().map(Affected::of).toList();
    }
}
