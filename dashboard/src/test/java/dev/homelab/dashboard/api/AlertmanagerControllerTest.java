package dev.homelab.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.access.ApiTokens;
import dev.homelab.dashboard.access.TokenScope;
import dev.homelab.dashboard.status.Incidents;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is made of a large group of alerts. */
class AlertmanagerControllerTest extends BehindAGate {

    private final MockMvcTester browser;
    private final Incidents incidents;
    private final String token;

    @Autowired
    AlertmanagerControllerTest(MockMvcTester browser, Incidents incidents, ApiTokens tokens) {
        this.browser = browser;
        this.incidents = incidents;
        this.token = tokens.make(
                "storm", Set.of(TokenScope.PUSH), Instant.now(Clock.systemUTC()).plusSeconds(600), "test");
    }

    @Test
    void closesWhatIsOverHoweverManyOthersAreInItsGroup() {
        tell("firing", 249, 250);
        assertThat(open()).isEqualTo(1);

        tell("resolved", 0, 250);
        assertThat(open()).isZero();
    }

    private long open() {
        return incidents.open().stream()
                .filter(incident -> incident.origin().equals("prometheus"))
                .count();
    }

    private void tell(String status, int from, int to) {
        String alerts = IntStream.range(from, to)
                .mapToObj(alert -> """
                        {"status":"%s","fingerprint":"storm%d","labels":{"alertname":"Storm"}}""".formatted(status, alert))
                .collect(Collectors.joining(","));
        assertThat(browser.post()
                        .uri("/api/alerts/prometheus")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\":\"4\",\"alerts\":[" + alerts + "]}"))
                .hasStatus(204);
    }
}
