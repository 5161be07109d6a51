package dev.homelab.local.platform;

import static dev.homelab.local.platform.PlatformClient.json;
import static dev.homelab.local.platform.PlatformClient.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TwitchTest {

    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final String TOKEN = "/oauth2/token";

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

    private static String allow() {
        return simulator.allow(twitch.authorizeUrl(AUTHORIZE, "user:read:email user:read:chat"), "lumen");
    }

    private static JsonNode tokens() {
        HttpResponse<String> answer = twitch.redeem(TOKEN, allow());
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void answersScopesAsAnArrayAndALowerCaseTokenType() {
        JsonNode tokens = tokens();
        assertThat(tokens.get("scope").toString()).isEqualTo("[\"user:read:email\",\"user:read:chat\"]");
        assertThat(tokens.get("token_type").asString()).isEqualTo("bearer");
        assertThat(tokens.get("expires_in").asInt()).isEqualTo(14_400);
        assertThat(tokens.get("refresh_token").asString()).endsWith("=");
    }

    @Test
    void redeemsACodeOnceAndForItsOwnAddressOnly() {
        String location = allow();
        assertThat(query(location).text("state")).isEqualTo("state 1");
        assertThat(twitch.redeem(TOKEN, location).statusCode()).isEqualTo(200);
        refuses(twitch.redeem(TOKEN, location), 400, "Invalid authorization code");
        refuses(
                twitch.redeem(TOKEN, allow(), "redirect_uri", "http://localhost/other"),
                400,
                "Parameter redirect_uri does not match registered URI");
    }

    @Test
    void endsWhatAReplayedCodeHadGiven() {
        String location = allow();
        JsonNode tokens = json(twitch.redeem(TOKEN, location));
        twitch.redeem(TOKEN, location);
        refuses(twitch.refresh(TOKEN, tokens.get("refresh_token").asString()), 400, "Invalid refresh token");
    }

    @Test
    void takesItsClientFromTheBodyOnly() {
        refuses(twitch.redeem(TOKEN, allow(), "client_id", "-"), 400, "missing client id");
        refuses(twitch.redeem(TOKEN, allow(), "client_id", "stranger"), 400, "invalid client");
        refuses(twitch.redeem(TOKEN, allow(), "client_secret", "wrong"), 403, "invalid client secret");
        assertThat(twitch.post(TOKEN, Map.of(), "Authorization", "Basic c2ltdWxhdGVkLXR3aXRjaDp4")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void replacesARefreshTokenAndRefusesTheOldOneInItsOwnWords() {
        String first = tokens().get("refresh_token").asString();
        JsonNode next = json(twitch.refresh(TOKEN, first));
        HttpResponse<String> again = twitch.refresh(TOKEN, first);
        assertThat(again.body())
                .isEqualTo("{\"error\":\"Bad Request\",\"status\":400,\"message\":\"Invalid refresh token\"}");
        assertThat(twitch.refresh(TOKEN, next.get("refresh_token").asString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void validatesWithBothSchemesAndAnswersNullForNoScopes() {
        String token = tokens().get("access_token").asString();
        JsonNode valid = json(twitch.get("/oauth2/validate", "Authorization", "OAuth " + token));
        assertThat(valid.get("login").asString()).isEqualTo("lumen");
        assertThat(valid.get("expires_in").asInt()).isBetween(14_300, 14_400);
        assertThat(twitch.get("/oauth2/validate", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        String bare = simulator.allow(twitch.authorizeUrl(AUTHORIZE, "user:read:chat"), "lumen", List.of());
        String bareToken = json(twitch.redeem(TOKEN, bare)).get("access_token").asString();
        assertThat(json(twitch.get("/oauth2/validate", "Authorization", "OAuth " + bareToken))
                        .get("scopes")
                        .isNull())
                .isTrue();
        refuses(twitch.get("/oauth2/validate", "Authorization", "OAuth no"), 401, "invalid access token");
        refuses(twitch.get("/oauth2/validate"), 401, "missing authorization token");
    }

    @Test
    void tellsWhoSomebodyIsOnlyWithTheClientsIdBesideTheToken() {
        String token = "Bearer " + tokens().get("access_token").asString();
        JsonNode user = json(twitch.get("/helix/users", "Authorization", token, "Client-Id", "simulated-twitch"))
                .get("data")
                .get(0);
        assertThat(user.get("id").asString()).isEqualTo("141981764");
        assertThat(user.get("email").asString()).isEqualTo("lumen@example.org");
        refuses(twitch.get("/helix/users", "Authorization", token), 401, "Client ID is missing");
        refuses(
                twitch.get("/helix/users", "Authorization", token, "Client-Id", "other"),
                401,
                "Client ID and OAuth token do not match");
        refuses(twitch.get("/helix/users", "Client-Id", "simulated-twitch"), 401, "Invalid OAuth token");
    }

    @Test
    void revokesByTokenAndSaysWhenThereIsNone() {
        String token = tokens().get("access_token").asString();
        var form = Map.of("client_id", "simulated-twitch", "token", token);
        assertThat(twitch.post("/oauth2/revoke", form).statusCode()).isEqualTo(200);
        refuses(twitch.post("/oauth2/revoke", form), 400, "Invalid token");
        refuses(twitch.post("/oauth2/revoke", Map.of("client_id", "x", "token", token)), 404, "client does not exist");
    }

    @Test
    void sendsADenialBackWithTheState() {
        Parameters denied = query(simulator.deny(twitch.authorizeUrl(AUTHORIZE, "user:read:chat")));
        assertThat(denied.text("error")).isEqualTo("access_denied");
        assertThat(denied.text("error_description")).isNotEmpty();
        assertThat(denied.text("state")).isEqualTo("state 1");
    }

    private static void refuses(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("message").asString()).isEqualTo(message);
    }
}
