package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one check is.
 *
 * @param since since when it is believed to be so
 * @param finding what was found
 * @param looked when somebody looked last; null for never
 * @param causes the checks whose failing explains this one's; itself when it fails of itself; empty when it does not fail
 * @param settled false while it is still being found out what the cause is
 * @param paused whether it is under maintenance now
 */
public record CheckStatus(
        Definition definition,
        Health health,
        Instant since,
        Finding finding,
        @Nullable Instant looked,
        Duration took,
        Set<CheckId> causes,
        boolean settled,
        boolean paused) {

    public CheckId id() {
        return definition.id();
    }

    /** Fails because of another. */
    public boolean isAffected() {
        return !causes.isEmpty() && !causes.contains(id());
    }

    /** Fails of itself. */
    public boolean isCause() {
        return causes.contains(id());
    }
}
