package dev.homelab.streambot;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Platform;
import dev.homelab.local.spring.Statements;
import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What streamers do, and what others may see of it. */
class JourneyTest extends OneService {

    private static final Pattern UNLINK = Pattern.compile("/connections/([0-9a-f-]{36})/unlink");

    private final Statements statements;

    @Autowired
    JourneyTest(@LocalServerPort int port, JdbcClient database, Statements statements) {
        super(port, database);
        this.statements = statements;
    }

    @Test
    void signsInLinksTheOthersAndUnlinksOne() {
        assertThat(browser.signIn(Platform.TWITCH, "lumen")).isEqualTo("/connections");
        assertThat(browser.link(Platform.GOOGLE, "lumen")).isEqualTo("/connections");
        assertThat(browser.link(Platform.KICK, "lumen")).isEqualTo("/connections");
        String page = browser.get("/connections").body();
        assertThat(page).contains("Twitch", "Lumen Live", "YouTube", "Kick").doesNotContain("Link Twitch");
        String first = firstLink(page);
        assertThat(Browser.location(browser.post("/connections/" + first + "/unlink")))
                .isEqualTo("/connections?unlinked=yes");
        assertThat(browser.get("/connections").body()).contains("Link Twitch").doesNotContain(first);
        await().untilAsserted(() -> assertThat(PLATFORMS.livingRefreshTokens(Platform.TWITCH, "lumen"))
                .isZero());
        assertThat(PLATFORMS.livingRefreshTokens(Platform.KICK, "lumen")).isEqualTo(1);
    }

    private static String firstLink(String page) {
        Matcher found = UNLINK.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void findsTheStreamerByAnyOfTheirAccounts() {
        browser.signIn(Platform.TWITCH, "lumen");
        browser.link(Platform.KICK, "lumen");
        Browser phone = new Browser(port);
        phone.signIn(Platform.KICK, "lumen");
        assertThat(phone.get("/connections").body()).contains("Twitch", "Kick", "Link YouTube");
        assertThat(database.sql("SELECT count(*) FROM streamer")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void signsInAnAccountWithoutAChannelAndOneThatKeepsItsChannelToItself() {
        browser.signIn(Platform.GOOGLE, "viewer");
        assertThat(browser.get("/connections").body()).contains("Vic Viewer");
        Browser shy = new Browser(port);
        String started = shy.startSignIn(Platform.GOOGLE);
        shy.get(PLATFORMS.allow(started, "lumen", List.of("openid", "profile")));
        assertThat(shy.get("/connections").body()).contains("Lumen Live");
    }

    @Test
    void startsWithOneStatementAndFinishesWithThreeOfWhichOneIsTheAudit() {
        await().untilAsserted(
                        () -> assertThat(database.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'revoke'")
                                        .query(Long.class)
                                        .single())
                                .isZero());
        var started = new AtomicReference<String>();
        assertThat(verbsOf(() -> started.set(browser.startSignIn(Platform.TWITCH))))
                .containsExactly("INSERT");
        String callback = PLATFORMS.allow(started.get(), "lumen");
        assertThat(verbsOf(() -> browser.get(callback))).containsExactly("UPDATE", "WITH", "INSERT");
    }

    /** Without what Spring Session does for its own two tables. */
    private List<String> verbsOf(Runnable action) {
        return statements.during(action).stream()
                .map(String::strip)
                .filter(sql -> !sql.contains("SPRING_SESSION") && !sql.contains("scheduled_tasks"))
                .map(sql -> sql.split("\\s", 2)[0].toUpperCase(Locale.ROOT))
                .toList();
    }

    @Test
    void asksBeforeItRemovesTheLastLink() {
        browser.signIn(Platform.TWITCH, "lumen");
        String link = firstLink(browser.get("/connections").body());
        String asked = Browser.location(browser.post("/connections/" + link + "/unlink"));
        assertThat(asked).isEqualTo("/connections?last=" + link);
        assertThat(browser.get(asked).body()).contains("your last link").contains("everything kept about you");
        assertThat(Browser.location(browser.post("/connections/" + link + "/unlink", "confirmed", "true")))
                .isEqualTo("/");
        assertThat(database.sql("SELECT count(*) FROM streamer")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(Browser.location(browser.get("/connections"))).isEqualTo("/");
    }

    @Test
    void endsEverySessionOfAStreamerWhoIsGone() {
        browser.signIn(Platform.TWITCH, "lumen");
        Browser phone = new Browser(port);
        phone.signIn(Platform.TWITCH, "lumen");
        String linking = PLATFORMS.allow(phone.startLink(Platform.KICK), "lumen");
        String link = firstLink(browser.get("/connections").body());
        browser.post("/connections/" + link + "/unlink", "confirmed", "true");
        assertThat(Browser.location(phone.get("/connections"))).isEqualTo("/");
        assertThat(Browser.location(phone.get(linking))).isEqualTo("/problem/unusable");
    }

    @Test
    void hidesAndKeepsAnotherStreamersLink() {
        browser.signIn(Platform.TWITCH, "lumen");
        String link = firstLink(browser.get("/connections").body());
        Browser other = new Browser(port);
        other.signIn(Platform.TWITCH, "pixelpia");
        assertThat(other.post("/connections/" + link + "/unlink").statusCode()).isEqualTo(404);
        assertThat(other.post("/connections/not-an-id/unlink").statusCode()).isEqualTo(400);
        assertThat(browser.get("/connections").body()).contains(link);
    }

    @Test
    void tellsTheDashboardAndNobodyElse() {
        browser.signIn(Platform.TWITCH, "lumen");
        assertThat(internal("nobody").statusCode()).isEqualTo(401);
        HttpResponse<String> overview = internal(SimulatedWorld.DASHBOARD_TOKEN);
        assertThat(overview.statusCode()).isEqualTo(200);
        assertThat(overview.body())
                .contains("\"streamers\":1", "\"account\":\"Lumen\"", "\"state\":\"LIVE\"")
                .contains("{\"platform\":\"Twitch\",\"enabled\":true,\"live\":1,\"broken\":0}");
    }

    private HttpResponse<String> internal(String token) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            "http://localhost:" + port + "/internal/v1/connections/overview"))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void answersProbesAndMetrics() {
        assertThat(browser.get("/livez").statusCode()).isEqualTo(200);
        assertThat(browser.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(browser.get("/actuator/prometheus").body()).contains("homelab_platform_paused");
        assertThat(browser.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(browser.get("/problem/none").body()).contains("There is nothing here");
    }

    @Test
    void hasNothingToDoWithTracesWhileNobodySaysWhereTheyGo(@Autowired ApplicationContext context) {
        assertThat(context.getBean(Tracer.class)).isSameAs(Tracer.NOOP);
        assertThat(context.getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("opentelemetry"));
    }

    @Test
    void saysWhichPlatformsItDoesNotKnow() {
        assertThat(Browser.location(browser.get("/sign-in/myspace"))).isEqualTo("/problem/switched-off");
        assertThat(browser.get("/problem/switched-off").body()).contains("switched off");
        assertThat(browser.get("/problem/none").statusCode()).isEqualTo(404);
        assertThat(PLATFORMS.requests().count(Platform.TWITCH, Endpoint.TOKEN)).isZero();
    }

    @Test
    void keepsNoSecretInClear() {
        String started = browser.startSignIn(Platform.KICK);
        String state = started.replaceFirst(".*[?&]state=([^&]*).*", "$1").replace("%3D", "=");
        String nonce = browser.cookies().values().iterator().next();
        browser.get(PLATFORMS.allow(started, "lumen"));
        String dump = database.sql("SELECT o::text FROM oauth_session o UNION ALL SELECT c::text FROM connection c")
                .query(String.class)
                .list()
                .toString();
        assertThat(dump).isNotEmpty().doesNotContain(state).doesNotContain(nonce);
        assertThat(database.sql("SELECT octet_length(access_token) FROM connection")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(40);
    }

    @Test
    void logsNoSecret() {
        try (var log = new WholeLog()) {
            String callback = PLATFORMS.allow(browser.startSignIn(Platform.KICK), "lumen");
            String state = callback.replaceFirst(".*[?&]state=([^&]*).*", "$1").replace("%3D", "=");
            String code = callback.replaceFirst(".*[?&]code=([^&]*).*", "$1");
            PLATFORMS.faults().next(Platform.KICK, Endpoint.TOKEN, Fault.of(Fault.Kind.RESET));
            browser.get(callback);
            browser.get(callback);
            assertThat(log.text())
                    .contains("A consent came to nothing", "came to nothing: replayed", "platform=\"kick\"")
                    .doesNotContain(state)
                    .doesNotContain(code)
                    .doesNotContain(PLATFORMS.client(Platform.KICK).secret());
        }
    }

    @Test
    void sendsCookiesAndPagesThatLeaveNoTrace() {
        HttpResponse<String> started = browser.get("/sign-in/twitch");
        assertThat(started.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("stream-bot-oauth-")
                .contains("HttpOnly", "SameSite=Lax", "Max-Age=600");
        HttpResponse<String> page = browser.get("/");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
    }
}
