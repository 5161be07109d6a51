package dev.homelab.dashboard.access.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.homelab.dashboard.BotDouble;
import dev.homelab.dashboard.access.People;
import dev.homelab.dashboard.access.Person;
import dev.homelab.dashboard.access.PlaceSettings;
import dev.homelab.dashboard.access.Role;
import dev.homelab.dashboard.audit.Audit;
import dev.homelab.local.demo.SimulatedDiscord;
import dev.homelab.local.discord.DiscordSimulator;
import dev.homelab.local.discord.world.Worlds;
import dev.homelab.local.spring.WithServers;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Sign-in at the simulated Discord, and at the OpenID server of others. */
@SpringBootTest
@AutoConfigureMockMvc
@WithServers
class ProviderSignInTest {

    private static final String COOKIE = "dashboard-session";
    private static final DiscordSimulator DISCORD = DiscordSimulator.start(
            dev.homelab.local.discord.DiscordSettings.local().withChecked(false));
    private static final MockOAuth2Server OPENID = openId();
    private static final BotDouble BOTS = new BotDouble();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final MockMvcTester browser;
    private final People people;
    private final PlaceSettings place;
    private final Audit audit;

    @Autowired
    ProviderSignInTest(MockMvcTester browser, People people, PlaceSettings place, Audit audit) {
        this.browser = browser;
        this.people = people;
        this.place = place;
        this.audit = audit;
    }

    private static MockOAuth2Server openId() {
        var server = new MockOAuth2Server(
                new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(), new NettyWrapper()));
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        BOTS.join(registry);
        SimulatedDiscord.adminSettings(DISCORD).forEach((name, value) -> registry.add(name, () -> value));
        registry.add("DASHBOARD_OIDC_ISSUER", () -> OPENID.issuerUrl("home").toString());
        registry.add("DASHBOARD_OIDC_CLIENT_ID", () -> "dashboard");
        registry.add("DASHBOARD_OIDC_CLIENT_SECRET", () -> "secret-of-the-dashboard");
        registry.add("DASHBOARD_OIDC_TITLE", () -> "Our accounts");
        registry.add("DASHBOARD_OIDC_ADMINS", () -> "subject-of-olga");
    }

    @AfterAll
    static void stop() {
        BOTS.close();
        OPENID.shutdown();
        DISCORD.close();
    }

    private record Start(String consent, Cookie session) {}

    private Start start(String provider) {
        MockHttpServletResponse answer =
                browser.get().uri("/sign-in/" + provider).exchange().getResponse();
        return new Start(
                Objects.requireNonNull(answer.getRedirectedUrl()), Objects.requireNonNull(answer.getCookie(COOKIE)));
    }

    private MockHttpServletResponse finish(String callback, @Nullable Cookie session) {
        assertThat(callback).startsWith(place.url() + "/sign-in/");
        var request =
                browser.get().uri(URI.create(callback.substring(place.url().length())));
        return (session == null ? request : request.cookie(session)).exchange().getResponse();
    }

    private static String location(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError("no redirect but " + answer.body()));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String decide(String consent, String form) {
        return location(HttpRequest.newBuilder(URI.create(consent))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private MockHttpServletResponse withDiscord(long user) {
        Start start = start("discord");
        return finish(decide(start.consent(), "user=" + user), start.session());
    }

    private MockHttpServletResponse withOpenId(String subject, Map<String, Object> claims) {
        OPENID.enqueueCallback(
                new DefaultOAuth2TokenCallback("home", subject, "JWT", List.of("dashboard"), claims, 60));
        Start start = start("oidc");
        String callback = location(
                HttpRequest.newBuilder(URI.create(start.consent())).GET().build());
        return finish(callback, start.session());
    }

    private String page(MockHttpServletResponse signedIn, String path) throws UnsupportedEncodingException {
        return page(Objects.requireNonNull(signedIn.getCookie(COOKIE), "no session"), path);
    }

    private String page(Cookie session, String path) throws UnsupportedEncodingException {
        return browser.get().uri(path).cookie(session).exchange().getResponse().getContentAsString();
    }

    private Person person(String name) {
        return people.all().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void letsListedDiscordUsersInAsAdminsAndAsksForNothingButTheirName() throws UnsupportedEncodingException {
        assertThat(start("discord").consent())
                .contains("scope=identify&", "code_challenge=", "state=")
                .doesNotContain("guilds");
        MockHttpServletResponse first = withDiscord(Worlds.ADA);
        assertThat(first.getRedirectedUrl()).isEqualTo("/");
        assertThat(page(first, "/settings/people")).contains("ada", Long.toString(Worlds.ADA));
        withDiscord(Worlds.ADA);
        assertThat(people.ofDiscord(Worlds.ADA)).hasValueSatisfying(ada -> {
            assertThat(ada.role()).isEqualTo(Role.ADMIN);
            assertThat(ada.password()).isNull();
        });
    }

    @Test
    void letsNobodyInWhomNobodyHereKnowsAndTellsThemWhatToGiveAnAdmin() throws UnsupportedEncodingException {
        Start start = start("discord");
        MockHttpServletResponse refused = finish(decide(start.consent(), "user=" + Worlds.MIA), start.session());
        assertThat(refused.getRedirectedUrl()).isEqualTo("/sign-in?unknown");
        assertThat(page(start.session(), "/sign-in?unknown")).contains(Long.toString(Worlds.MIA));
        assertThat(browser.get().uri("/").cookie(start.session())).hasStatus3xxRedirection();
        await().untilAsserted(() -> assertThat(audit.lines(Long.MAX_VALUE, new Audit.Wish("mia", null, null), 5))
                .anySatisfy(line -> assertThat(line.said().key()).isEqualTo("audit.sign-in-unknown")));
    }

    @Test
    void givesWhoeverAnAdminHasAddedTheirRoleUntilTheyAreDisabled() throws UnsupportedEncodingException {
        Person sam = people.addKnown("Sam", Role.SUPPORT, Worlds.SAM, null);
        MockHttpServletResponse signedIn = withDiscord(Worlds.SAM);
        assertThat(page(signedIn, "/")).contains(">Sam</a>").doesNotContain("href=\"/settings/checks\"");
        people.change(new Person(sam.id(), sam.name(), null, Role.SUPPORT, Worlds.SAM, null, true));
        assertThat(withDiscord(Worlds.SAM).getRedirectedUrl()).isEqualTo("/sign-in?unknown");
    }

    @Test
    void knowsTheSubjectsOfAnOpenIdProvider() throws UnsupportedEncodingException {
        assertThat(browser.get().uri("/sign-in").exchange().getResponse().getContentAsString())
                .contains("Sign in with Our accounts", "Sign in with Discord");
        MockHttpServletResponse olga = withOpenId("subject-of-olga", Map.of("preferred_username", "olga"));
        assertThat(olga.getRedirectedUrl()).isEqualTo("/");
        assertThat(page(olga, "/settings/people")).contains("Subject at Our accounts", "subject-of-olga");

        assertThat(withOpenId("subject-of-otto", Map.of("email", "olga@example.org"))
                        .getRedirectedUrl())
                .isEqualTo("/sign-in?unknown");
        Person otto = people.addKnown("otto", Role.VIEWER, null, null);
        browser.post()
                .uri("/settings/people/" + otto.id())
                .param("role", "VIEWER")
                .param("subject", "subject-of-otto@" + OPENID.issuerUrl("home"))
                .cookie(Objects.requireNonNull(olga.getCookie(COOKIE)))
                .with(csrf())
                .exchange();
        assertThat(person("otto").subject()).isEqualTo("subject-of-otto@" + OPENID.issuerUrl("home"));
        assertThat(withOpenId("subject-of-otto", Map.of()).getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void refusesWhatComesWithoutABeginning() {
        Start start = start("discord");
        String callback = decide(start.consent(), "user=" + Worlds.ADA);
        assertThat(finish(callback, null).getRedirectedUrl()).isEqualTo("/sign-in?elsewhere");
        assertThat(finish(callback.replaceFirst("state=[^&]*", "state=forged"), start.session())
                        .getRedirectedUrl())
                .isEqualTo("/sign-in?elsewhere");
        assertThat(finish(decide(start("discord").consent(), "deny=1"), start.session())
                        .getRedirectedUrl())
                .isEqualTo("/sign-in?elsewhere");
        assertThat(browser.get().uri("/sign-in/nobody")).hasRedirectedUrl("/sign-in?elsewhere");
    }
}
