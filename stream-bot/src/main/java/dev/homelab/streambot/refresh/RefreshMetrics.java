package dev.homelab.streambot.refresh;

import dev.homelab.streambot.platform.Platform;
import dev.homelab.streambot.platform.Platforms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How far renewals are behind, asked for in one statement every quarter of a minute. */
@Component
class RefreshMetrics {

    private static final Logger log = LoggerFactory.getLogger(RefreshMetrics.class);

    private static final String QUESTION = """
            SELECT platform,
                coalesce(extract(epoch FROM :now - min(refresh_due) FILTER (
                    WHERE refresh_due <= :now AND refresh_due > to_timestamp(0))), 0) AS overdue,
                coalesce(extract(epoch FROM min(expires_at) FILTER (WHERE refresh_token IS NOT NULL) - :now), 0) AS expiry
            FROM connection WHERE state <> 'BROKEN' GROUP BY platform
            """;

    private record Lag(String platform, double overdue, double expiry) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Lag> lags = new ConcurrentHashMap<>();

    RefreshMetrics(JdbcClient jdbc, Clock clock, Platforms platforms, Settlement settlement, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (Platform platform : platforms.enabled()) {
            String id = platform.id();
            Gauge.builder("homelab.platform.paused", () -> settlement.paused(id) ? 1 : 0)
                    .description("1 while a platform is left alone because it throttles us or refuses our client")
                    .tag("platform", id)
                    .register(meters);
            Gauge.builder("homelab.refresh.overdue", () -> lag(id).overdue())
                    .description("How long the oldest due token has waited to be renewed")
                    .baseUnit("seconds")
                    .tag("platform", id)
                    .register(meters);
            Gauge.builder("homelab.refresh.expiry", () -> lag(id).expiry())
                    .description("How long until the first token that can be renewed expires")
                    .baseUnit("seconds")
                    .tag("platform", id)
                    .register(meters);
        }
    }

    private Lag lag(String platform) {
        return lags.getOrDefault(platform, new Lag(platform, 0, 0));
    }

    @Scheduled(fixedDelayString = "PT15S")
    void look() {
        try {
            jdbc.sql(QUESTION)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(Lag.class)
                    .list()
                    .forEach(this::keep);
        } catch (DataAccessException away) {
            log.debug("Renewals are not measured while the database is away");
        }
    }

    private void keep(@Nullable Lag lag) {
        if (lag != null) {
            lags.put(lag.platform(), lag);
        }
    }
}
