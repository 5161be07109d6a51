package dev.homelab.streambot.api;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** What other services may ask, and what they may not. */
@ServiceTest
class InternalApiTest {

    private static final String BOT_TOKEN = "discord-bot-token-that-is-long-enough-0123456789";

    /** Time goes on from test to test, so that no pause of one reaches the next. */
    private static Duration ahead = Duration.ZERO;

    private final int port;
    private final JdbcClient database;
    private final InternalCaller dashboard;
    private final InternalCaller bot;

    @Autowired
    InternalApiTest(@LocalServerPort int port, JdbcClient database) {
        this.port = port;
        this.database = database;
        this.dashboard = new InternalCaller(port, SimulatedWorld.DASHBOARD_TOKEN);
        this.bot = new InternalCaller(port, BOT_TOKEN);
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("INTERNAL_TOKEN_DISCORD_BOT", () -> BOT_TOKEN);
        properties.add("TOKEN_CALLERS", () -> "discord-bot");
    }

    @BeforeEach
    void later() {
        pass(Duration.ofDays(2));
    }

    private static void pass(Duration time) {
        ahead = ahead.plus(time);
        SimulatedWorld.ahead(ahead);
    }

    @AfterEach
    void tidy() {
        SimulatedWorld.backToNormal();
        database.sql("DELETE FROM streamer").update();
    }

    @AfterAll
    static void backToNormal() {
        SimulatedWorld.backToNormal();
    }

    private Browser signedIn(Platform platform, String login) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(platform, login)).isEqualTo("/connections");
        return browser;
    }

    private UUID column(String name, String account) {
        return database.sql("SELECT " + name + " FROM connection WHERE account_name = ?")
                .param(account)
                .query(UUID.class)
                .single();
    }

    private UUID link(String account) {
        return column("id", account);
    }

    private UUID streamer(String account) {
        return column("streamer_id", account);
    }

    private List<@Nullable String> audited(String action) {
        return database.sql("SELECT outcome FROM audit_entry WHERE action = ? AND at >= ? ORDER BY id")
                .param(action)
                .param(OffsetDateTime.now(Clock.systemUTC()).plus(ahead).minusMinutes(10))
                .query(String.class)
                .list();
    }

    private static List<String> accounts(JsonNode page) {
        return page.path("connections")
                .valueStream()
                .map(line -> line.path("account").asString())
                .toList();
    }

    @Test
    void findsLinksByStreamerPlatformStateAndText() {
        signedIn(Platform.TWITCH, "lumen").link(Platform.KICK, "lumen");
        signedIn(Platform.TWITCH, "pixelpia");
        database.sql("UPDATE connection SET state = 'BROKEN', broken_reason = 'grant-ended' WHERE platform = 'kick'")
                .update();
        String all = "/internal/v1/connections";
        assertThat(accounts(dashboard.read(all))).hasSize(3);
        assertThat(accounts(dashboard.read(all + "?platform=twitch"))).containsExactlyInAnyOrder("Lumen", "PixelPia");
        assertThat(accounts(dashboard.read(all + "?streamer=" + streamer("PixelPia"))))
                .containsExactly("PixelPia");
        assertThat(accounts(dashboard.read(all + "?text=PIXEL"))).containsExactly("PixelPia");
        assertThat(accounts(dashboard.read(all + "?text=%25"))).isEmpty();
        assertThat(accounts(dashboard.read(all + "?page=1"))).isEmpty();
        JsonNode broken = dashboard.read(all + "?state=BROKEN&state=RETRYING").path("connections");
        assertThat(broken.size()).isEqualTo(1);
        assertThat(broken.path(0).path("reason").asString()).isEqualTo("grant-ended");
        assertThat(broken.path(0).path("refreshDue").isNull()).isTrue();
        assertThat(dashboard.read(all + "/" + link("PixelPia")).path("scopes").size())
                .isEqualTo(5);
    }

    @Test
    void saysOnePageAtATimeAndWhetherThereAreMore() {
        signedIn(Platform.TWITCH, "lumen");
        database.sql("""
                        INSERT INTO connection (id, streamer_id, platform, account_id, account_name, slot, scopes,
                            access_token, linked_at, granted_at, expires_at, refresh_due, state)
                        SELECT gen_random_uuid(), streamer_id, 'kick', 'n' || n, 'N' || n, 'n' || n, '', access_token,
                            linked_at, granted_at, expires_at, refresh_due, 'LIVE'
                        FROM connection, generate_series(1, 50) n WHERE platform = 'twitch'
                        """).update();
        JsonNode first = dashboard.read("/internal/v1/connections");
        JsonNode second = dashboard.read("/internal/v1/connections?page=1");
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(second.path("more").asBoolean()).isFalse();
        assertThat(Stream.concat(accounts(first).stream(), accounts(second).stream())
                        .distinct())
                .hasSize(51);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?platform=myspace",
                "?state=DEAD",
                "?streamer=1",
                "?page=-1",
                "?page=10001",
                "?page=1e9",
                "?text=%00",
                "/not-an-id"
            })
    void saysWhatIsWrongWithHostileParameters(String hostile) {
        HttpResponse<String> refused = dashboard.get("/internal/v1/connections" + hostile);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(dashboard
                        .get("/internal/v1/connections/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesWrongCallersEverywhere() {
        signedIn(Platform.TWITCH, "lumen");
        String refresh = "/internal/v1/connections/" + link("Lumen") + "/refresh";
        InternalCaller nobody = new InternalCaller(port, "a-token-that-nobody-has-0123456789-0123456789");
        assertThat(nobody.get("/internal/v1/connections").statusCode()).isEqualTo(401);
        assertThat(nobody.wish(link("Lumen"), streamer("Lumen")).statusCode()).isEqualTo(401);
        assertThat(dashboard.wish(link("Lumen"), streamer("Lumen")).statusCode())
                .isEqualTo(403);
        for (String path : List.of("/connections", "/audit", "/audit/export", "/oauth-sessions/statistics")) {
            assertThat(bot.get("/internal/v1" + path).statusCode()).isEqualTo(403);
        }
        assertThat(bot.post(refresh, "").statusCode()).isEqualTo(403);
        assertThat(signedIn(Platform.TWITCH, "lumen")
                        .get("/internal/v1/connections")
                        .statusCode())
                .isEqualTo(401);
        assertThat(PLATFORMS.livingRefreshTokens(Platform.TWITCH, "lumen")).isPositive();
        assertThat(audited("HAND_OUT")).isEmpty();
        assertThat(audited("REFRESH_NOW")).isEmpty();
    }

    @Test
    void handsATokenOutThatWorksAndNotesIt() {
        signedIn(Platform.TWITCH, "lumen");
        HttpResponse<String> handed = bot.wish(link("Lumen"), streamer("Lumen"), "user:read:chat");
        assertThat(handed.statusCode()).isEqualTo(200);
        assertThat(handed.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        JsonNode token = InternalCaller.json(handed);
        assertThat(token.path("platform").asString()).isEqualTo("twitch");
        assertThat(token.path("scopes").size()).isEqualTo(5);
        assertThat(audited("HAND_OUT")).containsExactly("done");
        String lines = dashboard.get("/internal/v1/audit?action=HAND_OUT").body();
        assertThat(lines)
                .contains("for discord-bot")
                .doesNotContain(token.path("accessToken").asString());
    }

    @Test
    void renewsAnExpiredTokenOnceForTwentyWhoAskAtOnce() throws Exception {
        signedIn(Platform.KICK, "lumen");
        UUID link = database.sql("SELECT id FROM connection").query(UUID.class).single();
        UUID streamer = database.sql("SELECT streamer_id FROM connection")
                .query(UUID.class)
                .single();
        PLATFORMS.requests().clear();
        pass(Duration.ofHours(3));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = callers.invokeAll(Stream.<Callable<String>>generate(
                            () -> () -> InternalCaller.json(bot.wish(link, streamer))
                                    .path("accessToken")
                                    .asString())
                    .limit(20)
                    .toList());
            String one = asked.getFirst().get();
            assertThat(one).isNotEmpty();
            for (var each : asked) {
                assertThat(each.get()).isEqualTo(one);
            }
        }
        assertThat(PLATFORMS.requests().count(Platform.KICK, Endpoint.TOKEN)).isEqualTo(1);
    }

    @Test
    void handsOutNothingOfAnotherStreamersLink() {
        signedIn(Platform.TWITCH, "lumen");
        signedIn(Platform.TWITCH, "pixelpia");
        HttpResponse<String> refused = bot.wish(link("Lumen"), streamer("PixelPia"));
        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body())
                .isEqualTo(bot.wish(UUID.randomUUID(), streamer("PixelPia")).body());
        assertThat(InternalCaller.json(refused).path("type").asString()).isEqualTo("urn:homelab:no-such-link");
        assertThat(audited("HAND_OUT")).containsExactly("no-such-link", "no-such-link");
    }

    @Test
    void namesTheScopesThatAreMissingAndRenewsNothingForThem() {
        signedIn(Platform.TWITCH, "lumen");
        PLATFORMS.requests().clear();
        pass(Duration.ofHours(5));
        HttpResponse<String> refused =
                bot.wish(link("Lumen"), streamer("Lumen"), "user:bot", "moderator:manage:banned_users");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(InternalCaller.json(refused).path("missing").toString())
                .isEqualTo("[\"moderator:manage:banned_users\"]");
        assertThat(PLATFORMS.requests().count(Platform.TWITCH, Endpoint.TOKEN)).isZero();
    }

    @Test
    void knowsWhichScopesAFeatureNeeds() {
        signedIn(Platform.TWITCH, "lumen");
        UUID link = link("Lumen");
        UUID streamer = streamer("Lumen");
        assertThat(bot.wishFeature(link, streamer, "chat-write").statusCode()).isEqualTo(200);
        database.sql("UPDATE connection SET scopes = 'channel:bot user:read:email'")
                .update();
        HttpResponse<String> refused = bot.wishFeature(link, streamer, "chat-write");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(InternalCaller.json(refused).path("missing").toString())
                .isEqualTo("[\"user:bot\",\"user:write:chat\"]");
        assertThat(bot.wishFeature(link, streamer, "rule-the-world").statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysThatTheStreamerMustLinkAgainAndWhy() {
        signedIn(Platform.TWITCH, "lumen");
        PLATFORMS.revoke(Platform.TWITCH, "lumen");
        pass(Duration.ofHours(5));
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> refused = bot.wish(link("Lumen"), streamer("Lumen"));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(InternalCaller.json(refused).path("type").asString()).isEqualTo("urn:homelab:link-again");
            assertThat(InternalCaller.json(refused).path("reason").asString()).isEqualTo("grant-ended");
        }
        assertThat(audited("HAND_OUT")).containsExactly("link-again", "link-again");
    }

    @Test
    void saysWhenToAskAgainWhileThePlatformCannotBeAsked() {
        signedIn(Platform.TWITCH, "lumen");
        pass(Duration.ofHours(5));
        PLATFORMS.faults().next(Platform.TWITCH, Endpoint.TOKEN, Fault.of(Fault.Kind.TOO_MANY_REQUESTS, 90));
        HttpResponse<String> later = bot.wish(link("Lumen"), streamer("Lumen"));
        assertThat(later.statusCode()).isEqualTo(503);
        assertThat(Integer.parseInt(later.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(60, 91);
        JsonNode twitch = dashboard.read("/internal/v1/connections/platforms").path(0);
        assertThat(Instant.parse(twitch.path("pausedUntil").asString()))
                .isBetween(
                        Clock.systemUTC().instant().plus(ahead).plusSeconds(60),
                        Clock.systemUTC().instant().plus(ahead).plusSeconds(91));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"connection\":\"x\"}", "{\"connection\":null,\"streamer\":null}"})
    void saysWhatIsWrongWithAWish(String body) {
        HttpResponse<String> refused = bot.post("/internal/v1/tokens", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(InternalCaller.json(refused).path("detail").asString()).isNotBlank();
    }

    @Test
    void renewsALinkOnDemandAndNotesIt() {
        signedIn(Platform.TWITCH, "lumen");
        PLATFORMS.requests().clear();
        HttpResponse<String> renewed = dashboard.post("/internal/v1/connections/" + link("Lumen") + "/refresh", "");
        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(InternalCaller.json(renewed).path("refreshedAt").isNull()).isFalse();
        assertThat(PLATFORMS.requests().count(Platform.TWITCH, Endpoint.TOKEN)).isEqualTo(1);
        assertThat(dashboard
                        .post("/internal/v1/connections/" + UUID.randomUUID() + "/refresh", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(audited("REFRESH_NOW")).containsExactly("done", "no-such-link");
    }

    @Test
    void tellsHowEachPlatformIsDoing() {
        signedIn(Platform.TWITCH, "lumen");
        signedIn(Platform.TWITCH, "pixelpia");
        database.sql("UPDATE connection SET state = 'RETRYING', refresh_due = refresh_due - interval '1 day'"
                        + " WHERE account_name = 'PixelPia'")
                .update();
        JsonNode platforms = dashboard.read("/internal/v1/connections/platforms");
        assertThat(platforms.valueStream().map(each -> each.path("platform").asString()))
                .containsExactly("twitch", "youtube", "kick", "discord", "oidc");
        JsonNode twitch = platforms.path(0);
        assertThat(twitch.path("live").asInt()).isEqualTo(1);
        assertThat(twitch.path("retrying").asInt()).isEqualTo(1);
        assertThat(twitch.path("breaker").asString()).isEqualTo("CLOSED");
        assertThat(twitch.path("overdueSeconds").asLong()).isGreaterThan(3600 * 12);
        assertThat(platforms.path(3).path("signIn").asBoolean()).isFalse();
        assertThat(platforms.path(4).path("enabled").asBoolean()).isFalse();
    }

    @Test
    void countsConsentsOfTheLastDay() {
        Browser browser = new Browser(port);
        browser.get(PLATFORMS.deny(browser.startSignIn(Platform.KICK)));
        String callback = PLATFORMS.allow(browser.startSignIn(Platform.TWITCH), "lumen");
        browser.get(callback);
        browser.get(callback);
        browser.startSignIn(Platform.TWITCH);
        pass(Duration.ofMinutes(11));
        browser.startSignIn(Platform.TWITCH);
        JsonNode figures = dashboard.read("/internal/v1/oauth-sessions/statistics");
        assertThat(figures.path("started").asInt()).isEqualTo(4);
        assertThat(figures.path("consumed").asInt()).isEqualTo(2);
        assertThat(figures.path("expired").asInt()).isEqualTo(1);
        assertThat(figures.path("open").asInt()).isEqualTo(1);
        assertThat(figures.path("refused").toString())
                .contains("{\"outcome\":\"denied\",\"count\":1}", "{\"outcome\":\"replayed\",\"count\":1}");
    }

    @Test
    void readsTheAuditByPagesAndExportsAllOfIt() {
        signedIn(Platform.TWITCH, "lumen");
        UUID streamer = streamer("Lumen");
        database.sql("""
                        INSERT INTO audit_entry (at, action, outcome, streamer_id, ip, user_agent, detail)
                        SELECT now(), 'EXPORT', 'done', ?, '', '', 'n' || n FROM generate_series(1, 1100) n
                        """).param(streamer).update();
        String audit = "/internal/v1/audit";
        JsonNode first = dashboard.read(audit + "?streamer=" + streamer);
        assertThat(first.path("lines").size()).isEqualTo(100);
        assertThat(first.path("lines").path(0).path("detail").asString()).isEqualTo("n1100");
        JsonNode next = dashboard.read(audit + "?streamer=" + streamer + "&before="
                + first.path("next").asLong());
        assertThat(next.path("lines").path(0).path("detail").asString()).isEqualTo("n1000");
        JsonNode signIns = dashboard.read(audit + "?action=SIGN_IN&streamer=" + streamer);
        assertThat(signIns.path("lines").size()).isEqualTo(1);
        assertThat(signIns.path("next").isNull()).isTrue();
        HttpResponse<String> export = dashboard.get(audit + "/export?streamer=" + streamer);
        assertThat(export.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        assertThat(export.body().lines()).hasSize(1101).allMatch(line -> line.startsWith("{\"id\":"));
        assertThat(dashboard.get(audit + "?action=PARTY").statusCode()).isEqualTo(400);
        assertThat(dashboard.get(audit + "?before=x").statusCode()).isEqualTo(400);
    }
}
