package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Part;
import java.time.Instant;

/** How one part is, and since when. */
public record PartStatus(Part part, Health health, String detail, Instant since) {

    boolean hasSameHealth(PartStatus other) {
        return health == other.health;
    }
}
