package dev.homelab.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.homelab.dashboard.BehindAGate;
import dev.homelab.dashboard.audit.Audit;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who gets where, with PostgreSQL there and away. */
class AccessTest extends BehindAGate {

    private static final String COOKIE = "dashboard-session";

    private final MockMvcTester browser;
    private final People people;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final SignOuts signOuts;
    private final JdbcClient database;

    @Autowired
    AccessTest(
            MockMvcTester browser,
            People people,
            PasswordEncoder passwords,
            Audit audit,
            SignOuts signOuts,
            JdbcClient database) {
        this.browser = browser;
        this.people = people;
        this.passwords = passwords;
        this.audit = audit;
        this.signOuts = signOuts;
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /,                       200, 200, 200",
        "GET,  /incidents,              200, 200, 200",
        "GET,  /checks/postgresql,      200, 200, 200",
        "GET,  /checks/none,            404, 404, 404",
        "GET,  /backups,                200, 200, 200",
        "GET,  /account,                200, 200, 200",
        "GET,  /containers,             200, 200, 200",
        "GET,  /containers/none,        404, 404, 404",
        "GET,  /tickets/doctor,         403, 200, 200",
        "GET,  /connections,            403, 403, 200",
        "GET,  /audit,                  403, 403, 200",
        "GET,  /readiness,              403, 403, 200",
        "GET,  /tickets,                403, 200, 200",
        "GET,  /tickets/types,          403, 403, 200",
        "GET,  /tickets/types/1?server=1, 403, 403, 200",
        "GET,  /tickets/types/9?server=1, 403, 403, 404",
        "POST, /tickets/types/1/hours?server=1, 403, 403, 302",
        "POST, /tickets/types,          403, 403, 400",
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
        // The first pause is a second, and each that follows is longer.
        await().untilAsserted(() -> assertThat(signIn("guessed", "wrong again")).hasRedirectedUrl("/sign-in?wait"));
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
        MockHttpServletResponse form = browser.get().uri("/sign-in").exchange().getResponse();

        GATE.shut();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page(session)).contains("the dashboard goes on from memory"));
        assertThat(page(session)).contains("PostgreSQL");
        assertThat(signIn("steady", PASSWORD)).hasRedirectedUrl("/sign-in?away");
        assertThat(browser.post()
                        .uri("/sign-in")
                        .cookie(Objects.requireNonNull(form.getCookie(COOKIE)))
                        .param("username", "steady")
                        .param("password", PASSWORD)
                        .param("_csrf", token(form)))
                .as("with the form of before")
                .hasRedirectedUrl("/sign-in?away");

        signOuts.everywhere("steady");
        assertThat(browser.get().uri("/").cookie(session)).as("ended meanwhile").hasStatus3xxRedirection();

        GATE.open();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(signIn("steady", PASSWORD)).hasRedirectedUrl("/"));
        assertThat(browser.get().uri("/").cookie(session)).as("and stays so").hasStatus3xxRedirection();
    }

    private static String token(MockHttpServletResponse page) throws UnsupportedEncodingException {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.getContentAsString());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    @Test
    void writesOfWhoeverReadsPagesOnlyOnceAMinute() {
        people.add("reader", passwords.encode(PASSWORD), Role.VIEWER);
        Cookie session = session("reader", PASSWORD);
        long signedIn = lastUse("reader");
        assertThat(browser.get().uri("/").cookie(session)).hasStatusOk();
        assertThat(lastUse("reader")).isEqualTo(signedIn);

        database.sql(
                        "UPDATE spring_session SET last_access_time = last_access_time - 60000 WHERE principal_name = 'reader'")
                .update();
        assertThat(browser.get().uri("/").cookie(session)).hasStatusOk();
        assertThat(lastUse("reader")).isGreaterThanOrEqualTo(signedIn);
    }

    private long lastUse(String name) {
        return database.sql("SELECT last_access_time FROM spring_session WHERE principal_name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
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
                .untilAsserted(() -> assertThat(
                                audit.lines(Long.MAX_VALUE, new Audit.Wish("admin", Audit.About.PEOPLE, null), 50))
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
}
