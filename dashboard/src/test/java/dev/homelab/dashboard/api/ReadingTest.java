package dev.homelab.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.BotDouble;
import dev.homelab.dashboard.access.ApiTokens;
import dev.homelab.dashboard.access.TokenScope;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.dashboard.check.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a token that may read, reads. */
class ReadingTest extends BehindAGate {

    private static final String JOB = """
            {"id":"read-job","title":"Read job","target":{"kind":"push","expectedEvery":"PT24H","grace":"PT1H"},
             "needs":["redis"],"every":120}""";

    private final MockMvcTester browser;
    private final Audit audit;
    private final String token;

    @Autowired
    ReadingTest(MockMvcTester browser, ApiTokens tokens, Audit audit) {
        this.browser = browser;
        this.audit = audit;
        Instant end = Instant.now(Clock.systemUTC()).plusSeconds(600);
        this.token = tokens.make("reading", Set.of(TokenScope.READ, TokenScope.MANAGE_CHECKS), end, "test");
    }

    @Test
    void readsACheckAsItIsWritten() {
        assertThat(browser.put()
                        .uri("/api/v1/checks/read-job")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JOB))
                .hasStatus(200);

        assertThat(read("/checks/read-job/definition"))
                .hasStatus(200)
                .bodyText()
                .contains("\"owner\":\"PAGE\"", "\"kind\":\"push\"", "\"needs\":[\"redis\"]", "\"every\":120");
        assertThat(read("/checks/postgresql/definition"))
                .bodyText()
                .isEqualTo("{\"owner\":\"SYSTEM\",\"written\":null}");
        assertThat(read("/checks/nothing/definition")).hasStatus(404);
    }

    @Test
    void readsThePast() {
        assertThat(read("/checks/postgresql/history"))
                .bodyText()
                .startsWith("{\"uptime\":{\"1\":")
                .contains("\"365\":");
        assertThat(read("/checks/nothing/history")).hasStatus(404);
        assertThat(read("/incidents/7b0e6f3e-0000-4000-8000-00000000dead/story"))
                .bodyText()
                .isEqualTo("[]");
    }

    @Test
    void readsWhatTheServicesTellAndSaysWhenOneDoesNot() {
        assertThat(read("/connections?platform=twitch")).bodyText().contains("luna_live");
        assertThat(read("/tickets")).bodyText().contains("It broke");
        assertThat(read("/tickets/" + BotDouble.TICKET_ID)).bodyText().contains("\"conversation\":[{");
        assertThat(read("/tickets/7b0e6f3e-0000-4000-8000-00000000dead")).hasStatus(404);
        assertThat(read("/backups")).bodyText().contains("\"backups\":[]");
        assertThat(read("/containers")).bodyText().isEqualTo("[]");
        assertThat(read("/maintenance")).hasStatus(200);
    }

    @Test
    void readsTheAuditInEnglish() {
        audit.note("reader", Said.of("audit.password-changed"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(read("/audit")).bodyText().contains("\"who\":\"reader\""));
        assertThat(read("/audit")).bodyText().doesNotContain("audit.");
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri("/api/v1" + path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }
}
