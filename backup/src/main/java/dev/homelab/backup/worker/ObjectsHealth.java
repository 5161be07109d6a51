package dev.homelab.backup.worker;

import dev.homelab.backup.store.Catalogue;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether S3 told which backups there are when it was last asked. */
@Component("objects")
class ObjectsHealth implements HealthIndicator {

    private final Catalogue catalogue;

    ObjectsHealth(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Health health() {
        return catalogue.isFresh() ? Health.up().build() : Health.down().build();
    }
}
