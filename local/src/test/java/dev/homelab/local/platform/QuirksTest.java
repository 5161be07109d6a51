package dev.homelab.local.platform;

import static dev.homelab.local.platform.PlatformClient.json;
import static dev.homelab.local.platform.PlatformClient.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the three platforms do differently, and what none of them lets pass. */
class QuirksTest {

    private static PlatformSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = PlatformSimulator.start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static String authorize(Platform platform) {
        return switch (platform) {
            case TWITCH -> "/oauth2/authorize";
            case GOOGLE -> "/o/oauth2/v2/auth";
            case KICK -> "/oauth/authorize";
        };
    }

    private static String token(Platform platform) {
        return switch (platform) {
            case TWITCH -> "/oauth2/token";
            case GOOGLE -> "/token";
            case KICK -> "/oauth/token";
        };
    }

    private static PlatformClient client(Platform platform) {
        return PlatformClient.of(simulator, platform);
    }

    private static String authorizeUrl(Platform platform, String... more) {
        return client(platform)
                .authorizeUrl(authorize(platform), platform == Platform.GOOGLE ? "openid" : "user:read", more);
    }

    private static HttpResponse<String> redeem(Platform platform, String... more) {
        return client(platform).redeem(token(platform), simulator.allow(authorizeUrl(platform), "lumen"), more);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TWITCH | DEAD_GRANT        | 400 | {"error":"Bad Request","status":400,"message":"Invalid refresh token"}
            TWITCH | DEAD_GRANT_SECOND | 400 | {"status":400,"message":"Invalid refresh token"}
            TWITCH | DEAD_GRANT_THIRD  | 400 | {"error":"Bad Request","status":400,"message":"Invalid grant"}
            GOOGLE | DEAD_GRANT        | 400 | {"error":"invalid_grant","error_description":"Token has been expired or revoked."}
            KICK   | DEAD_GRANT_THIRD  | 400 | {"error":"Invalid request"}
            """)
    void saysInEachOfItsWordsThatAGrantIsDead(Platform platform, Fault.Kind kind, int status, String body) {
        HttpResponse<String> answer = refreshMeeting(platform, kind);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "GOOGLE, DEAD_GRANT_SECOND, 400, invalid_grant, invalid_rapt",
        "GOOGLE, DEAD_GRANT_THIRD, 400, admin_policy_enforced, ''",
        "KICK, DEAD_GRANT, 401, invalid_grant, ''",
        "KICK, DEAD_GRANT_SECOND, 400, invalid_grant, ''"
    })
    void namesTheErrorOfADeadGrant(Platform platform, Fault.Kind kind, int status, String error, String subtype) {
        HttpResponse<String> answer = refreshMeeting(platform, kind);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("error").asString()).isEqualTo(error);
        assertThat(json(answer).path("error_subtype").asString("")).isEqualTo(subtype);
    }

    private static HttpResponse<String> refreshMeeting(Platform platform, Fault.Kind kind) {
        simulator.faults().next(platform, Endpoint.TOKEN, Fault.of(kind));
        return client(platform).refresh(token(platform), "any");
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void refusesUnknownParametersByName(Platform platform) {
        String path = authorizeUrl(platform, "aud", "x")
                .substring(simulator.url(platform).length());
        HttpResponse<String> consent = client(platform).get(path);
        assertThat(consent.statusCode()).isEqualTo(400);
        assertThat(consent.body()).contains("does not know the parameter 'aud'");
        assertThatThrownBy(() -> simulator.allow(authorizeUrl(platform, "aud", "x"), "lumen"))
                .hasMessageContaining("'aud'");
        HttpResponse<String> token = redeem(platform, "resource", "x");
        assertThat(token.statusCode()).isEqualTo(400);
        assertThat(token.body()).contains("does not know the parameter 'resource'");
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void refusesUnknownPathsAndMethodsByName(Platform platform) {
        HttpResponse<String> method = client(platform).get(token(platform));
        assertThat(method.statusCode()).isEqualTo(404);
        assertThat(method.body()).contains("does not know GET /" + platform.id() + token(platform));
        HttpResponse<String> path = client(platform).post("/nowhere", Map.of());
        assertThat(path.statusCode()).isEqualTo(404);
        assertThat(path.body()).contains("does not know POST /" + platform.id() + "/nowhere");
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void refusesAFormThatIsNotEncodedAsItShouldBe(Platform platform) {
        HttpResponse<String> answer = client(platform)
                .send(HttpRequest.newBuilder(URI.create(simulator.url(platform) + token(platform)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("code=%zz")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("a parameter is not encoded as it should be");
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void redeemsACodeOnceAndChecksItsVerifier(Platform platform) {
        String location = simulator.allow(authorizeUrl(platform), "lumen");
        assertThat(client(platform).redeem(token(platform), location).statusCode())
                .isEqualTo(200);
        assertThat(client(platform).redeem(token(platform), location).statusCode())
                .isEqualTo(400);
        assertThat(redeem(platform, "code_verifier", "another").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void refusesADoubledParameter(Platform platform) {
        String path = authorizeUrl(platform).substring(simulator.url(platform).length()) + "&state=again";
        assertThat(client(platform).get(path).body()).contains("the parameter state is there 2 times");
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void sendsADenialBackWithTheStateAndNoCode(Platform platform) {
        Parameters denied = query(simulator.deny(authorizeUrl(platform)));
        assertThat(denied.text("error")).isEqualTo("access_denied");
        assertThat(denied.text("state")).isEqualTo("state 1");
        assertThat(denied.find("code")).isNull();
        assertThat(denied.find("iss") != null).isEqualTo(platform == Platform.GOOGLE);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void losesTheAnswerAfterTheDeed(Platform platform) {
        simulator.faults().next(platform, Endpoint.TOKEN, Fault.of(Fault.Kind.ANSWER_LOST));
        String location = simulator.allow(authorizeUrl(platform), "lumen");
        assertThat(client(platform).redeem(token(platform), location).statusCode())
                .isEqualTo(500);
        assertThat(client(platform).redeem(token(platform), location).statusCode())
                .as("the code is used all the same")
                .isEqualTo(400);
    }

    @Test
    void tellsWhenTwitchWasAskedWhetherATokenIsValid() {
        String token = json(redeem(Platform.TWITCH)).get("access_token").asString();
        assertThat(page()).contains("not validated yet");
        client(Platform.TWITCH).get("/oauth2/validate", "Authorization", "OAuth " + token);
        assertThat(page()).contains("validated 2");
    }

    private static String page() {
        return client(Platform.KICK)
                .send(HttpRequest.newBuilder(URI.create("http://localhost:" + simulator.port() + "/")))
                .body();
    }
}
