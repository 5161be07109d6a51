package dev.homelab.streambot.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.SimulatedWorld;
import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.refresh.FreshTokens;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do with an OpenID provider that others wrote, and that is known here by its issuer alone. */
abstract class OpenIdFlows {

    static final String CLIENT = "homelab";
    static final String SECRET = "a secret with + and % and :";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final JdbcClient database;
    private final FreshTokens tokens;
    private final Claims claims;
    private final int port;
    private Browser browser;

    OpenIdFlows(int port, JdbcClient database, FreshTokens tokens, Claims claims) {
        this.port = port;
        this.database = database;
        this.tokens = tokens;
        this.claims = claims;
        this.browser = new Browser(port);
    }

    abstract String issuer();

    abstract String tokenPath();

    /** Allows everything; where the browser is sent to. */
    abstract String allow(String authorizeUrl) throws Exception;

    abstract String deny(String authorizeUrl) throws Exception;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @AfterEach
    void tidy() {
        SimulatedWorld.backToNormal();
        database.sql("DELETE FROM streamer").update();
    }

    private String signIn(Browser person) throws Exception {
        return Browser.location(person.get(allow(Browser.location(person.get("/sign-in/oidc")))));
    }

    private Connection connection() {
        return claims.find(database.sql("SELECT id FROM connection WHERE platform = 'oidc'")
                        .query(UUID.class)
                        .single())
                .orElseThrow();
    }

    private String state() {
        return connection().state().name();
    }

    static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    static HttpRequest form(String url, Map<String, String> values) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(values.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"))))
                .build();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Somebody else than the service uses its refresh token. */
    private int refreshElsewhere(String refreshToken) throws Exception {
        return send(form(
                        issuer() + tokenPath(),
                        Map.of(
                                "grant_type", "refresh_token",
                                "refresh_token", refreshToken,
                                "client_id", CLIENT,
                                "client_secret", SECRET)))
                .statusCode();
    }

    @Test
    void signsPeopleInAndKnowsThemAgain() throws Exception {
        assertThat(browser.get("/").body()).contains("Sign in with Our own accounts");
        assertThat(signIn(browser)).isEqualTo("/connections");
        assertThat(browser.get("/connections").body()).contains("Our own accounts");
        assertThat(connection().accountId()).endsWith("@" + issuer());
        assertThat(connection().scopes()).contains("openid", "profile");
        assertThat(signIn(new Browser(port))).isEqualTo("/connections");
        assertThat(database.sql("SELECT count(*) FROM streamer")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void promisesNoRenewalOfALinkThatOnlySignsIn() throws Exception {
        signIn(browser);
        assertThat(browser.get("/connections").body()).contains("renewed by itself", "Next renewal");
        database.sql("UPDATE connection SET refresh_token = NULL").update();
        assertThat(browser.get("/connections").body())
                .contains(">Live<", "there is nothing to renew")
                .doesNotContain("renewed by itself", "Next renewal");
    }

    @Test
    void linksTheProviderBesideAPlatform() throws Exception {
        browser.signIn(Platform.TWITCH, "lumen");
        String consent = Browser.location(browser.post("/connections/oidc"));
        assertThat(Browser.location(browser.get(allow(consent)))).isEqualTo("/connections");
        assertThat(browser.get("/connections").body()).contains("Twitch", "Our own accounts");
    }

    @Test
    void renewsTokensThatAreReplacedEachTime() throws Exception {
        signIn(browser);
        String first = claims.refreshToken(connection()).orElseThrow();
        for (int round = 0; round < 2; round++) {
            assertThat(tokens.renewed(connection().id())).isInstanceOf(FreshTokens.Handed.Token.class);
        }
        assertThat(claims.refreshToken(connection()).orElseThrow()).isNotEqualTo(first);
        assertThat(connection().scopes()).contains("openid", "profile");
        assertThat(state()).isEqualTo("LIVE");
    }

    @Test
    void breaksALinkWhoseRefreshTokenSomebodyElseHasUsedAndMendsItByLinkingAgain() throws Exception {
        signIn(browser);
        assertThat(refreshElsewhere(claims.refreshToken(connection()).orElseThrow()))
                .isEqualTo(200);
        assertThat(tokens.renewed(connection().id())).isInstanceOf(FreshTokens.Handed.Dead.class);
        assertThat(state()).isEqualTo("BROKEN");
        assertThat(signIn(browser)).isEqualTo("/connections");
        assertThat(state()).isEqualTo("LIVE");
    }

    @Test
    void usesUpTheStateOfAConsentThatWasDenied() throws Exception {
        String denied = deny(Browser.location(browser.get("/sign-in/oidc")));
        assertThat(Browser.location(browser.get(denied))).isEqualTo("/problem/denied");
        assertThat(Browser.location(browser.get(denied))).isEqualTo("/problem/unusable");
    }

    @Test
    void endsTheGrantAtTheProviderWithTheLink() throws Exception {
        browser.signIn(Platform.TWITCH, "lumen");
        browser.get(allow(Browser.location(browser.post("/connections/oidc"))));
        Connection linked = connection();
        String refreshToken = claims.refreshToken(linked).orElseThrow();
        browser.post("/connections/" + linked.id() + "/unlink");
        await().untilAsserted(() -> assertThat(
                        database.sql("SELECT outcome FROM audit_entry WHERE action = 'REVOKE' AND connection_id = ?")
                                .param(linked.id())
                                .query(String.class)
                                .list())
                .containsExactly("done"));
        assertThat(refreshElsewhere(refreshToken)).isEqualTo(400);
    }
}
