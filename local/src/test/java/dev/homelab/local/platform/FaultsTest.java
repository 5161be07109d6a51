package dev.homelab.local.platform;

import static dev.homelab.local.platform.PlatformClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FaultsTest {

    private static PlatformSimulator simulator;
    private static PlatformClient twitch;

    @BeforeAll
    static void start() {
        simulator = PlatformSimulator.start();
        twitch = PlatformClient.of(simulator, Platform.TWITCH);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @AfterEach
    void leavesNoFaultBehind() {
        assertThat(simulator.faults().all()).isEmpty();
    }

    private static HttpResponse<String> redeemMeeting(Fault.Kind kind) {
        simulator.faults().next(Platform.TWITCH, Endpoint.TOKEN, Fault.of(kind, 3));
        return redeem();
    }

    private static HttpResponse<String> redeem() {
        String url = twitch.authorizeUrl("/oauth2/authorize", "user:read:email");
        return twitch.redeem("/oauth2/token", simulator.allow(url, "lumen"));
    }

    @Test
    void answersWrongStatusesWithTheTimeToWait() {
        HttpResponse<String> throttled = redeemMeeting(Fault.Kind.TOO_MANY_REQUESTS);
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("3");
        HttpResponse<String> away = redeemMeeting(Fault.Kind.UNAVAILABLE);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).contains("3");
        assertThat(redeemMeeting(Fault.Kind.SERVER_ERROR).statusCode()).isEqualTo(500);
    }

    @Test
    void tellsTheTimeToWaitAsADateToo() {
        HttpResponse<String> throttled = redeemMeeting(Fault.Kind.TOO_MANY_REQUESTS_DATE);
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After").orElseThrow()).endsWith(" GMT");
        HttpResponse<String> away = redeemMeeting(Fault.Kind.UNAVAILABLE_DATE);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After").orElseThrow()).endsWith(" GMT");
    }

    @Test
    void refusesTheClientInThePlatformsOwnWords() {
        assertThat(redeemMeeting(Fault.Kind.INVALID_CLIENT).body())
                .isEqualTo("{\"status\":403,\"message\":\"invalid client secret\"}");
        assertThat(redeemMeeting(Fault.Kind.UNAUTHORIZED_CLIENT).body())
                .isEqualTo("{\"error\":\"unauthorized_client\"}");
    }

    @Test
    void meetsTheNextRequestsOnly() {
        simulator.faults().next(2, Platform.TWITCH, Endpoint.TOKEN, Fault.of(Fault.Kind.SERVER_ERROR));
        assertThat(redeem().statusCode()).isEqualTo(500);
        assertThat(redeem().statusCode()).isEqualTo(500);
        assertThat(redeem().statusCode()).isEqualTo(200);
    }

    @Test
    void rotatesAndLosesTheAnswer() {
        String token = json(redeem()).get("refresh_token").asString();
        simulator.faults().next(Platform.TWITCH, Endpoint.TOKEN, Fault.of(Fault.Kind.ANSWER_LOST));
        assertThat(twitch.refresh("/oauth2/token", token).statusCode()).isEqualTo(500);
        assertThat(twitch.refresh("/oauth2/token", token).body()).contains("Invalid refresh token");
    }

    @Test
    void bendsTheRightAnswer() {
        assertThat(json(redeemMeeting(Fault.Kind.EXPIRES_IN_MISSING)).has("expires_in"))
                .isFalse();
        assertThat(json(redeemMeeting(Fault.Kind.EXPIRES_IN_NEGATIVE))
                        .get("expires_in")
                        .asInt())
                .isEqualTo(-1);
        assertThat(json(redeemMeeting(Fault.Kind.EXPIRES_IN_TEXT))
                        .get("expires_in")
                        .asString())
                .isEqualTo("an hour");
        JsonNode bearer = json(redeemMeeting(Fault.Kind.LOWER_CASE_BEARER));
        assertThat(bearer.get("token_type").asString()).isEqualTo("bearer");
        assertThat(redeemMeeting(Fault.Kind.WRONG_CONTENT_TYPE).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(redeemMeeting(Fault.Kind.BROKEN_JSON).body()).startsWith("{").doesNotEndWith("}");
        assertThat(redeemMeeting(Fault.Kind.HTML).body()).startsWith("<!doctype html>");
    }

    @Test
    void redirectsToTheInsideOfACloud() {
        HttpResponse<String> answer = redeemMeeting(Fault.Kind.REDIRECT);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("http://169.254.169.254/");
    }

    @Test
    void sendsFiftyMegabytes() {
        assertThat(redeemMeeting(Fault.Kind.OVERSIZE).body()).hasSizeGreaterThan(50_000_000);
    }

    @Test
    void resetsTheConnection() {
        assertThatThrownBy(() -> redeemMeeting(Fault.Kind.RESET)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void hangsAndDripsLongerThanAClientWaits() {
        for (Fault.Kind kind : new Fault.Kind[] {Fault.Kind.HANG, Fault.Kind.DRIP}) {
            simulator.faults().next(Platform.TWITCH, Endpoint.VALIDATE, Fault.of(kind));
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(simulator.url(Platform.TWITCH) + "/oauth2/validate"))
                    .timeout(Duration.ofMillis(700))
                    .build();
            assertThatThrownBy(() -> twitch.http().send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(HttpTimeoutException.class);
        }
    }
}
