package dev.homelab.dashboard.api;

import dev.homelab.dashboard.check.CheckId;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.InvalidCheck;
import dev.homelab.dashboard.check.Said;
import dev.homelab.dashboard.check.Severity;
import dev.homelab.dashboard.status.Cause;
import dev.homelab.dashboard.status.Incident;
import dev.homelab.dashboard.status.Incidents;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what Prometheus's Alertmanager sends to a webhook (version 4 of its format), so that there is one list of incidents. */
@RestController
class AlertmanagerController {

    private static final String ORIGIN = "prometheus";
    /** So many incidents are opened for one message, however much goes wrong at once. */
    private static final int MOST = 200;

    private static final int LONGEST = 80;

    private final Incidents incidents;
    private final Clock clock;

    AlertmanagerController(Incidents incidents, Clock clock) {
        this.incidents = incidents;
        this.clock = clock;
    }

    /** What it sends; what is not needed here is ignored. */
    record Group(@Nullable List<Fired> alerts) {}

    /** One of its alerts. */
    record Fired(
            @Nullable String status,
            @Nullable String fingerprint,
            @Nullable Map<String, String> labels,
            @Nullable Map<String, String> annotations) {

        private boolean isOver() {
            return "resolved".equals(status);
        }

        private String label(String name, String otherwise) {
            String value = labels == null ? otherwise : labels.getOrDefault(name, otherwise);
            return value.substring(0, Math.min(LONGEST, value.length())).replace("\0", "");
        }

        private String annotation(String name) {
            return annotations == null ? "" : annotations.getOrDefault(name, "");
        }

        private CheckId cause() {
            String print = String.valueOf(fingerprint).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            return new CheckId("prometheus-" + print.substring(0, Math.min(40, print.length())));
        }

        /** What our own rules name, and whoever else wants one incident where there would be two. */
        private @Nullable CheckId about() {
            try {
                return new CheckId(label("check", ""));
            } catch (InvalidCheck none) {
                return null;
            }
        }

        private Severity severity() {
            return switch (label("severity", "warning")) {
                case "critical", "page" -> Severity.CRITICAL;
                case "info", "none", "note" -> Severity.NOTE;
                default -> Severity.WARNING;
            };
        }

        private String words() {
            return Optional.of(annotation("summary"))
                    .filter(summary -> !summary.isEmpty())
                    .orElse(annotation("description"));
        }
    }

    @PostMapping("/api/alerts/prometheus")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@RequestBody Group group) {
        List<Fired> alerts = group.alerts() == null ? List.of() : group.alerts();
        alerts.stream().filter(Fired::isOver).forEach(fired -> incidents.closeFromOutside(ORIGIN, fired.cause()));
        List<Fired> fresh = alerts.stream()
                .filter(fired -> !fired.isOver() && !incidents.isToldAgain(ORIGIN, fired.cause()))
                .toList();
        fresh.stream().limit(MOST).forEach(this::open);
    }

    private void open(Fired fired) {
        Severity severity = fired.severity();
        Cause cause = new Cause(
                fired.cause(),
                fired.label("alertname", "Prometheus"),
                severity == Severity.CRITICAL ? Health.DOWN : Health.DEGRADED,
                Said.of("incident.text", fired.words()));
        incidents.openFromOutside(
                new Incident(UUID.randomUUID(), clock.instant(), null, severity, ORIGIN, List.of(cause), List.of()),
                fired.about());
    }
}
