package dev.homelab.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.homelab.dashboard.BotDouble;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.local.server.DatabaseGate;
import dev.homelab.local.server.TestServers;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who gets where, with PostgreSQL there and away. */
@SpringBootTest
@AutoConfigureMockMvc
class AccessTest {

    private static final String PASSWORD = "kept-under-the-doormat";
    private static final String COOKIE = "dashboard-session";
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final BotDouble BOTS = new BotDouble();
    private static final DatabaseGate GATE = new DatabaseGate();

    private final MockMvcTester browser;
    private final People people;
    private final PasswordEncoder passwords;
    private final ApiTokens tokens;
    private final Audit audit;
    private final SignOuts signOuts;

    @Autowired
    AccessTest(
            MockMvcTester browser,
            People people,
            PasswordEncoder passwords,
            ApiTokens tokens,
            Audit audit,
            SignOuts signOuts) {
        this.browser = browser;
        this.people = people;
        this.passwords = passwords;
        this.tokens = tokens;
        this.audit = audit;
        this.signOuts = signOuts;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", GATE::jdbc);
        registry.add("spring.datasource.username", GATE::user);
        registry.add("spring.datasource.password", GATE::password);
        registry.add(
                "REDIS_URL", () -> "redis://localhost:" + TestServers.redis().port());
        registry.add("homelab.bots.discord-bot-url", BOTS::url);
        registry.add("homelab.bots.stream-bot-url", BOTS::url);
        registry.add("homelab.bots.token", () -> BotDouble.TOKEN);
        registry.add("homelab.admin.password", () -> PASSWORD);
        registry.add("homelab.checks.every", () -> "1s");
    }

    @AfterEach
    void open() {
        GATE.open();
    }

    @AfterAll
    static void stop() {
        BOTS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /,                       200, 200, 200",
        "GET,  /incidents,              200, 200, 200",
        "GET,  /checks/postgresql,      200, 200, 200",
        "GET,  /checks/none,            404, 404, 404",
        "GET,  /backups,                200, 200, 200",
        "GET,  /account,                200, 200, 200",
        "GET,  /tickets/doctor,         403, 200, 200",
        "GET,  /connections,            403, 403, 200",
        "GET,  /audit,                  403, 403, 200",
        "GET,  /settings/checks,        403, 403, 200",
        "GET,  /settings/checks/new?kind=http, 403, 403, 200",
        "GET,  /settings/people,        403, 403, 200",
        "GET,  /settings/alerts,        403, 403, 200",
        "GET,  /settings/tokens,        403, 403, 200",
        "GET,  /settings/maintenance,   403, 403, 200",
        "POST, /checks/postgresql/look, 302, 302, 302",
        "POST, /incidents/6f8d0ec1-7c3c-4a4f-9d5d-111111111111/notes?text=x, 403, 404, 404",
        "POST, /backups,                403, 403, 503",
        "GET,  /internal/v1/anything,   403, 403, 403",
        "GET,  /api/v1/overview,        403, 403, 403",
        "GET,  /unheard-of,             403, 403, 403"
    })
    void opensEachPathToThoseItIsFor(HttpMethod method, String path, int viewer, int support, int admin) {
        assertThat(status(method, path, Role.VIEWER)).isEqualTo(viewer);
        assertThat(status(method, path, Role.SUPPORT)).isEqualTo(support);
        assertThat(status(method, path, Role.ADMIN)).isEqualTo(admin);
    }

    private int status(HttpMethod method, String path, Role role) {
        return browser.method(method)
                .uri(path)
                .with(SignedIn.as(role))
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void changesNothingWithoutTheTokenOfItsForm() {
        assertThat(browser.post().uri("/checks/postgresql/look").with(SignedIn.as(Role.ADMIN)))
                .hasStatus(403);
    }

    @Test
    void makesWhoeverGuessesWait() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(signIn("guessed", "wrong-" + guess)).hasRedirectedUrl("/sign-in?error");
        }
        assertThat(signIn("guessed", "wrong again")).hasRedirectedUrl("/sign-in?wait");
        assertThat(signIn("admin", PASSWORD)).as("others are not locked out").hasRedirectedUrl("/");
    }

    private MvcTestResult signIn(String name, String password) {
        return browser.post()
                .uri("/sign-in")
                .param("username", name)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private Cookie session(String name, String password) {
        return Objects.requireNonNull(signIn(name, password).getResponse().getCookie(COOKIE), "no session for " + name);
    }

    @Test
    void givesAnotherSessionToWhoeverSignsIn() {
        Cookie before = new Cookie(COOKIE, "bm8tc3VjaC1zZXNzaW9u");
        MockHttpServletResponse answer = browser.post()
                .uri("/sign-in")
                .cookie(before)
                .param("username", "admin")
                .param("password", PASSWORD)
                .with(csrf())
                .exchange()
                .getResponse();
        assertThat(Objects.requireNonNull(answer.getCookie(COOKIE)).getValue()).isNotEqualTo(before.getValue());
    }

    @Test
    void keepsThoseSignedInWhoAreWhilePostgresqlIsAwayAndLetsNobodyNewIn() throws UnsupportedEncodingException {
        people.add("steady", passwords.encode(PASSWORD), Role.VIEWER);
        Cookie session = session("steady", PASSWORD);
        assertThat(browser.get().uri("/").cookie(session)).hasStatusOk();

        GATE.shut();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page(session)).contains("the dashboard goes on from memory"));
        assertThat(page(session)).contains("PostgreSQL");
        assertThat(signIn("steady", PASSWORD)).hasRedirectedUrl("/sign-in?away");

        signOuts.everywhere("steady");
        assertThat(browser.get().uri("/").cookie(session)).as("ended meanwhile").hasStatus3xxRedirection();

        GATE.open();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(signIn("steady", PASSWORD)).hasRedirectedUrl("/"));
        assertThat(browser.get().uri("/").cookie(session)).as("and stays so").hasStatus3xxRedirection();
    }

    private String page(Cookie session) throws UnsupportedEncodingException {
        return browser.get().uri("/").cookie(session).exchange().getResponse().getContentAsString();
    }

    @Test
    void signsOutWhoeverIsChanged() {
        Person person = people.add("changed", passwords.encode(PASSWORD), Role.SUPPORT);
        Cookie session = session("changed", PASSWORD);

        assertThat(browser.post()
                        .uri("/settings/people/" + person.id())
                        .param("role", "VIEWER")
                        .param("disabled", "true")
                        .with(SignedIn.as(Role.ADMIN))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(browser.get().uri("/").cookie(session)).hasStatus3xxRedirection();
        assertThat(signIn("changed", PASSWORD)).hasRedirectedUrl("/sign-in?error");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(audit.lines(Long.MAX_VALUE, "admin", 50))
                        .anySatisfy(line -> assertThat(line.said().key()).isEqualTo("audit.person-disabled")));
    }

    @Test
    void letsNobodyInByPasswordWhoHasNone() {
        people.add("elsewhere", null, Role.SUPPORT);
        assertThat(signIn("elsewhere", "nobody has this password")).hasRedirectedUrl("/sign-in?error");
        assertThat(signIn("elsewhere", "null")).hasRedirectedUrl("/sign-in?error");
    }

    @Test
    void neverLosesTheLastAdmin() {
        Person last = people.all().stream()
                .filter(person -> person.role() == Role.ADMIN && !person.disabled())
                .findFirst()
                .orElseThrow();
        assertThat(browser.post()
                        .uri("/settings/people/" + last.id() + "/remove")
                        .with(SignedIn.as(Role.ADMIN))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(people.find(last.id())).isPresent();
    }

    @Test
    void letsProgramsDoWhatTheirTokensSayAndNoMore() {
        Instant later = Instant.now(Clock.systemUTC()).plusSeconds(60);
        String reads = tokens.make("reads", Set.of(TokenScope.READ), later, "test");
        String manages = tokens.make("manages", Set.of(TokenScope.MANAGE_CHECKS), later, "test");
        String pushes = tokens.make("pushes", Set.of(TokenScope.PUSH), later, "test");
        String old = tokens.make("old", Set.of(TokenScope.READ), later.minusSeconds(120), "test");
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
        assertThat(api(HttpMethod.PUT, "/api/v1/checks/nightly", manages, job)).isEqualTo(200);
        assertThat(api(HttpMethod.POST, "/api/v1/push/postgresql", pushes, "")).isEqualTo(404);
        assertThat(api(HttpMethod.POST, "/api/v1/push/nightly", reads, "")).isEqualTo(403);
        assertThat(api(HttpMethod.POST, "/api/v1/push/nightly", pushes, "{\"failed\":true,\"words\":\"disk full\"}"))
                .isEqualTo(204);
        assertThat(api(HttpMethod.GET, "/api/v1/incidents", reads, "")).isEqualTo(200);
        assertThat(api(HttpMethod.DELETE, "/api/v1/checks/nightly", manages, ""))
                .isEqualTo(204);
    }

    @Test
    void listsWhatAlertmanagerTellsAmongTheIncidents() throws UnsupportedEncodingException {
        String pushes = tokens.make(
                "alertmanager",
                Set.of(TokenScope.PUSH),
                Instant.now(Clock.systemUTC()).plusSeconds(60),
                "test");
        String alert = """
                {"version":"4","alerts":[{"status":"%s","fingerprint":"abc123","labels":{"alertname":"DiskFills",
                 "severity":"critical"},"annotations":{"summary":"<b>The disk</b> fills"}}]}""";

        assertThat(api(HttpMethod.POST, "/api/alerts/prometheus", pushes, alert.formatted("firing")))
                .isEqualTo(204);
        assertThat(incidents()).contains("DiskFills is down.", "&lt;b&gt;The disk&lt;/b&gt; fills");
        assertThat(api(HttpMethod.POST, "/api/alerts/prometheus", pushes, alert.formatted("resolved")))
                .isEqualTo(204);
        await().atMost(SOON).untilAsserted(() -> assertThat(incidents()).contains("over"));
    }

    private String incidents() throws UnsupportedEncodingException {
        return browser.get()
                .uri("/incidents")
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
}
