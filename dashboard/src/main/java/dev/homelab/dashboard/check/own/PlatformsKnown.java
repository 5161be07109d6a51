package dev.homelab.dashboard.check.own;

import dev.homelab.common.contract.PlatformHealth;
import dev.homelab.dashboard.bots.PlatformReports;
import dev.homelab.dashboard.check.Catalogue;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Which platforms there are only the stream-bot knows, so their checks begin once it has told. */
@Component
class PlatformsKnown {

    private static final Logger log = LoggerFactory.getLogger(PlatformsKnown.class);

    private final PlatformReports reports;
    private final Catalogue catalogue;
    private volatile List<String> known = List.of();

    PlatformsKnown(PlatformReports reports, Catalogue catalogue) {
        this.reports = reports;
        this.catalogue = catalogue;
    }

    @Scheduled(fixedDelay = 5_000)
    void ask() {
        try {
            List<String> enabled = reports.platforms().stream()
                    .filter(PlatformHealth::enabled)
                    .map(PlatformHealth::platform)
                    .toList();
            if (!enabled.equals(known)) {
                known = enabled;
                catalogue.reload();
            }
        } catch (RestClientException e) {
            log.debug("The stream-bot does not tell its platforms: {}", e.getMessage());
        }
    }
}
