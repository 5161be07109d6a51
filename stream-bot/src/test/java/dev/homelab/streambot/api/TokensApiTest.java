package dev.homelab.streambot.api;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Platform;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who is handed a token, and who is not. */
class TokensApiTest extends InternalApi {

    @Autowired
    TokensApiTest(@LocalServerPort int port, JdbcClient database) {
        super(port, database);
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
}
