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

class KickTest {

    private static final String AUTHORIZE = "/oauth/authorize";
    private static final String TOKEN = "/oauth/token";
    private static final String SCOPES = "user:read channel:read";

    private static PlatformSimulator simulator;
    private static PlatformClient kick;

    @BeforeAll
    static void start() {
        simulator = PlatformSimulator.start();
        kick = PlatformClient.of(simulator, Platform.KICK);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static String allow(String... more) {
        return simulator.allow(kick.authorizeUrl(AUTHORIZE, SCOPES, more), "lumen");
    }

    private static JsonNode tokens() {
        return json(kick.redeem(TOKEN, allow()));
    }

    @Test
    void asksForPkceAndAState() {
        for (String[] fault : List.of(new String[] {"state", "-"}, new String[] {"code_challenge", "-"}, new String[] {
            "code_challenge_method", "plain"
        })) {
            String path = kick.authorizeUrl(AUTHORIZE, SCOPES, fault)
                    .substring(simulator.url(Platform.KICK).length());
            HttpResponse<String> answer = kick.get(path);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("error").asString()).isEqualTo("invalid_request");
        }
    }

    @Test
    void checksTheVerifier() {
        refuses(kick.redeem(TOKEN, allow(), "code_verifier", "-"), 400, "invalid_grant");
        refuses(kick.redeem(TOKEN, allow(), "code_verifier", "another"), 400, "invalid_grant");
        assertThat(kick.redeem(TOKEN, allow()).statusCode()).isEqualTo(200);
    }

    @Test
    void sendsALoopbackAddressToLocalhost() {
        assertThat(allow("redirect_uri", "http://127.0.0.1:8082/oauth/kick/callback"))
                .startsWith("http://localhost:8082/oauth/kick/callback?code=");
    }

    @Test
    void endsTheGrantWhenARotatedRefreshTokenComesAgain() {
        String first = tokens().get("refresh_token").asString();
        String second = json(kick.refresh(TOKEN, first)).get("refresh_token").asString();
        assertThat(second).isNotEqualTo(first);
        refuses(kick.refresh(TOKEN, first), 401, "invalid_grant");
        refuses(kick.refresh(TOKEN, second), 401, "invalid_grant");
    }

    @Test
    void keepsARotatedRefreshTokenWorkingOnFlexibleTerms() {
        simulator.rotate(Platform.KICK, Rotation.FLEXIBLE);
        String first = tokens().get("refresh_token").asString();
        assertThat(kick.refresh(TOKEN, first).statusCode()).isEqualTo(200);
        assertThat(kick.refresh(TOKEN, first).statusCode()).isEqualTo(200);
        simulator.rotate(Platform.KICK, Rotation.REPLACED_AND_GUARDED);
    }

    @Test
    void refusesAnotherClient() {
        refuses(kick.redeem(TOKEN, allow(), "client_secret", "wrong"), 401, "invalid_client");
    }

    @Test
    void introspectsWithTheTokenItself() {
        String token = tokens().get("access_token").asString();
        JsonNode active = json(introspect("Authorization", "Bearer " + token));
        assertThat(active.at("/data/active").asBoolean()).isTrue();
        assertThat(active.at("/data/client_id").asString()).isEqualTo("simulated-kick");
        assertThat(active.at("/data/scope").asString()).isEqualTo(SCOPES);
        assertThat(active.at("/message").asString()).isEqualTo("OK");
        assertThat(json(introspect("Authorization", "Bearer no"))
                        .at("/data/active")
                        .asBoolean(true))
                .isFalse();
        assertThat(introspect().statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> introspect(String... headers) {
        return kick.post("/oauth/token/introspect", Map.of(), headers);
    }

    @Test
    void tellsWhoSomebodyIsAndWhereTheyStream() {
        String token = "Bearer " + tokens().get("access_token").asString();
        assertThat(json(kick.get("/public/v1/users", "Authorization", token))
                        .at("/data/0/user_id")
                        .asLong())
                .isEqualTo(668);
        assertThat(json(kick.get("/public/v1/channels", "Authorization", token))
                        .at("/data/0/slug")
                        .asString())
                .isEqualTo("lumen");
        assertThat(kick.get("/public/v1/users", "Authorization", "Bearer no").statusCode())
                .isEqualTo(401);
    }

    @Test
    void revokesByQueryWithoutAClient() {
        JsonNode tokens = tokens();
        String token = tokens.get("access_token").asString();
        assertThat(kick.post("/oauth/revoke?token=" + token + "&token_hint_type=access_token", Map.of())
                        .statusCode())
                .isEqualTo(200);
        refuses(kick.refresh(TOKEN, tokens.get("refresh_token").asString()), 401, "invalid_grant");
        refuses(kick.post("/oauth/revoke", Map.of("token", token)), 400, "invalid_request");
    }

    @Test
    void sendsNoIssuer() {
        assertThat(query(allow()).find("iss")).isNull();
    }

    private static void refuses(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("error").asString()).isEqualTo(error);
    }
}
