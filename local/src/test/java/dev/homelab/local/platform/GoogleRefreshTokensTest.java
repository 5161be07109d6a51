package dev.homelab.local.platform;

import static dev.homelab.local.platform.PlatformClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ways in which a refresh token of Google dies without anybody's doing. */
class GoogleRefreshTokensTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private PlatformSimulator simulator;
    private PlatformClient google;

    @BeforeEach
    void start() {
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        simulator = PlatformSimulator.start(Settings.defaults().withClock(clock));
        google = PlatformClient.of(simulator, Platform.GOOGLE);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private JsonNode link(String login, String... more) {
        String url = google.authorizeUrl("/o/oauth2/v2/auth", "email profile", more);
        return json(google.redeem("/token", simulator.allow(url, login)));
    }

    private String refreshToken(String login) {
        return link(login, "access_type", "offline", "prompt", "consent")
                .get("refresh_token")
                .asString();
    }

    private boolean works(String refreshToken) {
        return google.refresh("/token", refreshToken).statusCode() == 200;
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private void live(UnaryOperator<Lifetimes> change) {
        simulator.live(Platform.GOOGLE, change.apply(simulator.lifetimes(Platform.GOOGLE)));
    }

    @Test
    void theHundredAndFirstPushesOutTheOldestOfTheSameAccount() {
        String other = refreshToken("pixelpia");
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            tokens.add(refreshToken("lumen"));
        }
        assertThat(works(tokens.getFirst())).isTrue();
        tokens.add(refreshToken("lumen"));
        assertThat(google.refresh("/token", tokens.getFirst()).body())
                .isEqualTo("{\"error\":\"invalid_grant\","
                        + "\"error_description\":\"Token has been expired or revoked.\"}");
        assertThat(tokens.subList(1, 101)).allMatch(this::works);
        assertThat(works(other)).isTrue();
    }

    @Test
    void pushesOutSoonerWhereTheLimitIsLower() {
        simulator.keepRefreshTokens(Platform.GOOGLE, 2);
        String first = refreshToken("lumen");
        String second = refreshToken("lumen");
        String third = refreshToken("lumen");
        assertThat(works(first)).isFalse();
        assertThat(works(second)).isTrue();
        assertThat(works(third)).isTrue();
    }

    @Test
    void diesAtTheEndOfTimeBasedAccessWhichEveryAnswerNames() {
        live(lifetimes -> lifetimes.withGrant(Duration.ofSeconds(60)));
        JsonNode linked = link("lumen", "access_type", "offline");
        assertThat(linked.get("refresh_token_expires_in").asInt()).isEqualTo(60);
        String token = linked.get("refresh_token").asString();
        pass(Duration.ofSeconds(59));
        assertThat(json(google.refresh("/token", token))
                        .get("refresh_token_expires_in")
                        .asInt())
                .isEqualTo(1);
        pass(Duration.ofSeconds(1));
        assertThat(works(token)).isFalse();
    }

    @Test
    void diesAfterSevenDaysWithoutAWordWhileTheAppIsInTesting() {
        live(lifetimes -> lifetimes.withTesting(Duration.ofDays(7)));
        JsonNode linked = link("lumen", "access_type", "offline");
        assertThat(linked.has("refresh_token_expires_in")).isFalse();
        String token = linked.get("refresh_token").asString();
        pass(Duration.ofDays(7).minusSeconds(1));
        assertThat(works(token)).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(works(token)).isFalse();
        assertThat(link("lumen", "access_type", "offline").has("refresh_token"))
                .as("the consent has ended too, so the next one is the first again")
                .isTrue();
    }

    @Test
    void diesWhenNobodyUsesItForSixMonths() {
        String used = refreshToken("lumen");
        String forgotten = refreshToken("lumen");
        pass(Duration.ofDays(100));
        assertThat(works(used)).isTrue();
        pass(Duration.ofDays(82));
        assertThat(works(used)).isTrue();
        assertThat(works(forgotten)).isFalse();
    }

    @Test
    void diesUnusedAfterSecondsWhereThatIsSet() {
        live(lifetimes -> lifetimes.withUnused(Duration.ofSeconds(5)));
        String token = refreshToken("lumen");
        pass(Duration.ofSeconds(4));
        assertThat(works(token)).isTrue();
        pass(Duration.ofSeconds(5));
        assertThat(works(token)).isFalse();
    }

    @Test
    void comesNeitherOnlineNorAtALaterConsentThatIsNotForced() {
        assertThat(link("lumen", "prompt", "consent").has("refresh_token")).isFalse();
        assertThat(link("pixelpia", "access_type", "offline").has("refresh_token"))
                .isTrue();
        assertThat(link("pixelpia", "access_type", "offline").has("refresh_token"))
                .isFalse();
        assertThat(link("pixelpia", "access_type", "offline", "prompt", "select_account consent")
                        .has("refresh_token"))
                .isTrue();
    }
}
