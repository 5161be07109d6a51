package dev.homelab.streambot.api;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What other services may ask, and what they may not. */
class InternalApiTest extends InternalApi {

    @Autowired
    InternalApiTest(@LocalServerPort int port, JdbcClient database) {
        super(port, database);
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
    void showsWhatEndsSoonAndSortsByWhatSomebodyLooksFor() {
        signedIn(Platform.KICK, "lumen");
        signedIn(Platform.TWITCH, "pixelpia");
        assertThat(accounts(dashboard.read("/internal/v1/connections?ending=true")))
                .isEmpty();
        database.sql("UPDATE connection SET grant_ends = linked_at + interval '3 days' WHERE platform = 'kick'")
                .update();
        assertThat(accounts(dashboard.read("/internal/v1/connections?ending=true")))
                .containsExactly("Lumen");
        assertThat(accounts(dashboard.read("/internal/v1/connections"))).containsExactly("PixelPia", "Lumen");
        for (String sort : List.of("ENDS", "CARE", "STREAMER")) {
            assertThat(accounts(dashboard.read("/internal/v1/connections?sort=" + sort)))
                    .as(sort)
                    .containsExactly("Lumen", "PixelPia");
        }
        assertThat(dashboard.read("/internal/v1/connections/platforms").findValuesAsString("ending"))
                .contains("1");
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
                "?sort=name;--",
                "?ending=perhaps",
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
