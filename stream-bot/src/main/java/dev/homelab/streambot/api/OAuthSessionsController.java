package dev.homelab.streambot.api;

import dev.homelab.common.contract.OAuthFigures;
import dev.homelab.common.contract.OAuthSessionsApi;
import dev.homelab.streambot.audit.AuditLog;
import dev.homelab.streambot.oauth.ConsentStatistics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OAuthSessionsController implements OAuthSessionsApi {

    private static final Duration COUNTED = Duration.ofDays(1);

    private final ConsentStatistics statistics;
    private final AuditLog audit;
    private final Clock clock;

    OAuthSessionsController(ConsentStatistics statistics, AuditLog audit, Clock clock) {
        this.statistics = statistics;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public OAuthFigures statistics() {
        Instant now = clock.instant();
        Instant since = now.minus(COUNTED);
        ConsentStatistics.Counts counts = statistics.counts(since, now);
        return new OAuthFigures(
                since,
                counts.started(),
                counts.consumed(),
                counts.expired(),
                counts.open(),
                audit.refusedConsents(since).stream()
                        .map(refused -> new OAuthFigures.Refused(refused.outcome(), refused.count()))
                        .toList());
    }
}
