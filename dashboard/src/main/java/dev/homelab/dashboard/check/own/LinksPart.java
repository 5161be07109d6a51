package dev.homelab.dashboard.check.own;

import dev.homelab.common.contract.ConnectionPage;
import dev.homelab.common.contract.ConnectionsApi;
import dev.homelab.common.contract.PlatformHealth;
import dev.homelab.dashboard.bots.PlatformReports;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** The links of one platform: whether it answers, whether tokens are renewed in time, and whose link is dead or ends soon. */
@Component
class LinksPart implements OwnPart {

    private static final long LATE_SECONDS = 600;
    private static final int NAMED = 3;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final PlatformReports reports;
    private final ConnectionsApi connections;
    private final Clock clock;
    private final Map<String, Named> named = new ConcurrentHashMap<>();

    LinksPart(PlatformReports reports, ConnectionsApi connections, Clock clock) {
        this.reports = reports;
        this.connections = connections;
        this.clock = clock;
    }

    private record Named(Instant at, String names) {}

    @Override
    public Target.Own.Part part() {
        return Target.Own.Part.LINKS;
    }

    @Override
    public Finding ask(String platform, Duration atMost) {
        try {
            return reports.platforms().stream()
                    .filter(health -> health.platform().equals(platform) && health.enabled())
                    .findFirst()
                    .map(this::judged)
                    .orElseGet(() -> Finding.unknown("links.off"));
        } catch (RestClientException e) {
            return Finding.unknown("links.untold");
        }
    }

    private Finding judged(PlatformHealth health) {
        if ("OPEN".equals(health.breaker())) {
            return Finding.down("links.breaker", health.title());
        }
        if (health.overdueSeconds() > LATE_SECONDS) {
            return Finding.down("links.overdue", health.overdueSeconds() / 60);
        }
        if (health.broken() > 0) {
            return Finding.degraded("links.dead", health.broken(), names(health, List.of("BROKEN"), false));
        }
        return health.retrying() > 0
                ? Finding.degraded("links.retrying", health.retrying(), health.live() + health.retrying())
                : health.ending() > 0
                        ? Finding.up("links.ending", health.live(), health.ending(), names(health, null, true))
                        : Finding.up("links.up", health.live());
    }

    /** Asked once a minute, as a look comes each few seconds and those who are named stay for days. */
    private String names(PlatformHealth health, @Nullable List<String> state, boolean ending) {
        String wish = health.platform() + state + ending + health.broken() + "/" + health.ending();
        Instant now = clock.instant();
        Named known = named.get(wish);
        if (known == null || known.at().plus(FRESH).isBefore(now)) {
            named.values().removeIf(old -> old.at().plus(FRESH).isBefore(now));
            known = new Named(now, asked(health, state, ending));
            named.put(wish, known);
        }
        return known.names();
    }

    private String asked(PlatformHealth health, @Nullable List<String> state, boolean ending) {
        List<ConnectionPage.Line> found = connections
                .search(null, health.platform(), state, null, ending, "CARE", 0)
                .connections();
        String names = found.stream()
                .limit(NAMED)
                .map(ConnectionPage.Line::streamer)
                .distinct()
                .collect(Collectors.joining(", "));
        return found.size() > NAMED ? names + ", …" : names;
    }
}
