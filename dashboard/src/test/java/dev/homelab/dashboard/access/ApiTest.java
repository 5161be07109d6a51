package dev.homelab.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.check.Catalogue;
import dev.homelab.dashboard.ledger.Ledger;
import dev.homelab.dashboard.status.Incidents;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What programs get, by what their tokens say. */
class ApiTest extends BehindAGate {

    private final MockMvcTester browser;
    private final ApiTokens tokens;
    private final Ledger ledger;
    private final Incidents open;
    private final JdbcClient database;

    @Autowired
    ApiTest(MockMvcTester browser, ApiTokens tokens, Ledger ledger, Incidents open, JdbcClient database) {
        this.browser = browser;
        this.tokens = tokens;
        this.ledger = ledger;
        this.open = open;
        this.database = database;
    }

    @Test
    void tellsWhetherThisIsReadyWithWhatWasSeenAndWhatToDo() throws UnsupportedEncodingException {
        String reads = tokens.make(
                "readiness",
                Set.of(TokenScope.READ),
                Instant.now(Clock.systemUTC()).plusSeconds(600),
                "test");
        String report = browser.get()
                .uri("/api/v1/readiness")
                .header("Authorization", "Bearer " + reads)
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(report)
                .startsWith("{\"verdict\":\"fail\"")
                .contains("\"id\":\"check-postgresql\",\"section\":\"database\"")
                .contains("Nothing makes backups.", "Start the backup worker and set BACKUP_URL.")
                .containsPattern("end within 30 days, or have ended: [^\"]*readiness")
                .contains("\"id\":\"docker\",\"section\":\"monitoring\",\"verdict\":\"off\"")
                .doesNotContainPattern("ready\\.\\w");
    }

    @Test
    void saysToProgramsWhyTheyGetNothing() {
        assertThat(browser.get().uri("/api/v1/overview"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer")
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("A token is missing, unknown or has expired.");
        String pushes = tokens.make(
                "pushing",
                Set.of(TokenScope.PUSH),
                Instant.now(Clock.systemUTC()).plusSeconds(600),
                "test");
        assertThat(browser.get().uri("/api/v1/overview").header("Authorization", "Bearer " + pushes))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo(403);
    }

    @Test
    void letsProgramsDoWhatTheirTokensSayAndNoMore() {
        Instant later = Instant.now(Clock.systemUTC()).plusSeconds(600);
        String reads = tokens.make("reads", Set.of(TokenScope.READ), later, "test");
        String manages = tokens.make("manages", Set.of(TokenScope.MANAGE_CHECKS), later, "test");
        String pushes = tokens.make("pushes", Set.of(TokenScope.PUSH), later, "test");
        String old = tokens.make("old", Set.of(TokenScope.READ), later.minusSeconds(1200), "test");
        String job = """
                {"id":"nightly","title":"Nightly job","target":{"kind":"push","expectedEvery":"PT24H","grace":"PT1H"}}""";

        assertThat(api(HttpMethod.GET, "/api/v1/overview", reads, "")).isEqualTo(200);
        assertThat(api(HttpMethod.GET, "/api/v1/overview", old, "")).isEqualTo(401);
        assertThat(api(HttpMethod.GET, "/api/v1/overview", pushes, "")).isEqualTo(403);
        assertThat(api(HttpMethod.PUT, "/api/v1/checks/nightly", reads, job)).isEqualTo(403);
        assertThat(api(HttpMethod.PUT, "/api/v1/checks/nightly", manages, "{\"id\":"))
                .isEqualTo(400);
        assertThat(api(HttpMethod.PUT, "/api/v1/checks/postgresql", manages, job))
                .isEqualTo(422);
        assertThat(api(HttpMethod.PUT, "/api/v1/checks/nightly", manages, job.replace("PT24H", "PT1S")))
                .as("a mistake in its target")
                .isEqualTo(422);
        assertThat(api(HttpMethod.PUT, "/api/v1/checks/nightly", manages, job)).isEqualTo(200);
        assertThat(api(HttpMethod.POST, "/api/v1/push/postgresql", pushes, "")).isEqualTo(404);
        assertThat(api(HttpMethod.POST, "/api/v1/push/nightly", reads, "")).isEqualTo(403);
        assertThat(api(
                        HttpMethod.POST,
                        "/api/v1/push/nightly",
                        pushes,
                        "{\"failed\":true,\"words\":\"disk \\u0000full\"}"))
                .isEqualTo(204);
        assertThat(api(HttpMethod.GET, "/api/v1/incidents", reads, "")).isEqualTo(200);
        assertThat(api(HttpMethod.DELETE, "/api/v1/checks/nightly", manages, ""))
                .isEqualTo(204);
    }

    @Test
    void readsNoSettingForAProgramsCheckButThoseThatAreMadeForChecks(@Autowired Catalogue catalogue) {
        Instant later = Instant.now(Clock.systemUTC()).plusSeconds(600);
        String manages = tokens.make("thief", Set.of(TokenScope.MANAGE_CHECKS, TokenScope.READ), later, "test");
        String thief = """
                {"id":"thief","title":"Thief","every":1,"target":
                {"kind":"redis","host":"localhost","port":1,"passwordFrom":"ADMIN_PASSWORD"}}""";
        assertThat(api(HttpMethod.PUT, "/api/v1/checks/thief", manages, thief)).isEqualTo(422);
        assertThat(api(
                        HttpMethod.PUT,
                        "/api/v1/checks/thief",
                        manages,
                        thief.replace("ADMIN_PASSWORD", "CHECK_SHOP_PASSWORD")))
                .isEqualTo(200);

        database.sql("UPDATE check_definition SET wanted = :wanted::jsonb WHERE id = 'thief'")
                .param("wanted", thief)
                .update();
        catalogue.reload();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(browser.get()
                                        .uri("/api/v1/overview")
                                        .header("Authorization", "Bearer " + manages))
                                .as("one that was stored before that was the rule")
                                .bodyText()
                                .contains(
                                        "A check reads only settings whose name begins with CHECK_; “ADMIN_PASSWORD” is none."));
        assertThat(api(HttpMethod.DELETE, "/api/v1/checks/thief", manages, "")).isEqualTo(204);
    }

    @Test
    void countsAJobThatReportsWhilePostgresqlIsAwayAndWritesItDownLater() throws UnsupportedEncodingException {
        Instant later = Instant.now(Clock.systemUTC()).plusSeconds(600);
        String manages = tokens.make("weekly", Set.of(TokenScope.MANAGE_CHECKS, TokenScope.READ), later, "test");
        String pushes = tokens.make("weekly job", Set.of(TokenScope.PUSH), later, "test");
        String job = """
                {"id":"weekly","title":"Weekly","every":1,"target":{"kind":"push","expectedEvery":"PT24H","grace":"PT1H"}}""";
        assertThat(api(HttpMethod.PUT, "/api/v1/checks/weekly", manages, job)).isEqualTo(200);

        GATE.shut();
        await().atMost(SOON).until(() -> !ledger.isReachable());
        assertThat(api(HttpMethod.POST, "/api/v1/push/weekly", pushes, "{\"words\":\"4 GB copied\"}"))
                .isEqualTo(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                browser.get().uri("/api/v1/overview").header("Authorization", "Bearer " + manages))
                        .bodyText()
                        .contains("4 GB copied"));

        GATE.open();
        awaitDatabase()
                .untilAsserted(() -> assertThat(database.sql("SELECT words FROM push_report WHERE check_id = 'weekly'")
                                .query(String.class)
                                .list())
                        .containsExactly("4 GB copied"));
        assertThat(api(HttpMethod.DELETE, "/api/v1/checks/weekly", manages, "")).isEqualTo(204);
    }

    @Test
    void refusesWhatIsTooLongOrOfNoLength() {
        String pushes = tokens.make(
                "floods",
                Set.of(TokenScope.PUSH),
                Instant.now(Clock.systemUTC()).plusSeconds(600),
                "test");
        assertThat(browser.post()
                        .uri("/api/v1/push/nightly")
                        .header("Authorization", "Bearer " + pushes)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"words\":\"" + "x".repeat(BodyLimit.MOST) + "\"}"))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("A body has 1 MB at most.");
        assertThat(browser.post()
                        .uri("/api/alerts/prometheus")
                        .header("Authorization", "Bearer " + pushes)
                        .header("Transfer-Encoding", "chunked"))
                .hasStatus(411);
    }

    @Test
    void listsWhatAlertmanagerTellsAmongTheIncidents() throws UnsupportedEncodingException {
        String pushes = tokens.make(
                "alertmanager",
                Set.of(TokenScope.PUSH),
                Instant.now(Clock.systemUTC()).plusSeconds(600),
                "test");
        String alert = """
                {"version":"4","alerts":[{"status":"%s","fingerprint":"abc123","labels":{"alertname":"DiskFills",
                 "severity":"critical"},"annotations":{"summary":"<b>The disk</b> fills"}}]}""";

        assertThat(api(HttpMethod.POST, "/api/alerts/prometheus", pushes, alert.formatted("firing")))
                .isEqualTo(204);
        assertThat(incidents()).contains("DiskFills is down.", "&lt;b&gt;The disk&lt;/b&gt; fills");
        String own = open.open().stream()
                .filter(incident -> incident.origin().equals("prometheus"))
                .map(incident -> incident.id().toString())
                .findFirst()
                .orElseThrow();
        assertThat(page("/incidents/" + own)).contains("DiskFills").doesNotContain("/checks/prometheus-");
        assertThat(api(HttpMethod.POST, "/api/alerts/prometheus", pushes, alert.formatted("resolved")))
                .isEqualTo(204);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page("/incidents/" + own)).contains(">over<"));
    }

    private String incidents() throws UnsupportedEncodingException {
        return page("/incidents");
    }

    private String page(String address) throws UnsupportedEncodingException {
        return browser.get()
                .uri(address)
                .with(SignedIn.as(Role.VIEWER))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private int api(HttpMethod method, String path, String token, String body) {
        return browser.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void forgetsATokenThatWasRevoked() {
        String token = tokens.make(
                "gone", Set.of(TokenScope.READ), Instant.now(Clock.systemUTC()).plusSeconds(600), "test");
        assertThat(api(HttpMethod.GET, "/api/v1/checks", token, "")).isEqualTo(200);
        tokens.all().stream().filter(one -> one.name().equals("gone")).forEach(one -> tokens.revoke(one.id()));
        assertThat(api(HttpMethod.GET, "/api/v1/checks", token, "")).isEqualTo(401);
    }
}
