package dev.homelab.local.platform;

import static dev.homelab.local.platform.PlatformClient.json;
import static dev.homelab.local.platform.PlatformClient.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GoogleTest {

    private static final String AUTHORIZE = "/o/oauth2/v2/auth";
    private static final String READ_ONLY = "https://www.googleapis.com/auth/youtube.readonly";
    private static final String SCOPES = "openid email profile " + READ_ONLY;

    private PlatformSimulator simulator;
    private PlatformClient google;

    @BeforeEach
    void start() {
        simulator = PlatformSimulator.start();
        google = PlatformClient.of(simulator, Platform.GOOGLE);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String allow(String... more) {
        return simulator.allow(google.authorizeUrl(AUTHORIZE, SCOPES, more), "lumen");
    }

    private JsonNode tokens(String... more) {
        HttpResponse<String> answer = google.redeem("/token", allow(more));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void namesItsIssuerInTheCallback() {
        assertThat(query(allow()).text("iss")).isEqualTo(simulator.url(Platform.GOOGLE));
        assertThat(query(simulator.deny(google.authorizeUrl(AUTHORIZE, SCOPES))).text("iss"))
                .isEqualTo(simulator.url(Platform.GOOGLE));
    }

    @Test
    void givesARefreshTokenAtTheFirstOfflineConsentOrWhenConsentIsForced() {
        assertThat(tokens().has("refresh_token")).isFalse();
        simulator.revoke(Platform.GOOGLE, "lumen");
        assertThat(tokens("access_type", "offline").has("refresh_token")).isTrue();
        assertThat(tokens("access_type", "offline").has("refresh_token")).isFalse();
        assertThat(tokens("access_type", "offline", "prompt", "consent").has("refresh_token"))
                .isTrue();
    }

    @Test
    void keepsTheRefreshTokenAndReturnsNoNewOne() {
        String refreshToken =
                tokens("access_type", "offline").get("refresh_token").asString();
        JsonNode first = json(google.refresh("/token", refreshToken));
        assertThat(first.has("refresh_token")).isFalse();
        assertThat(google.refresh("/token", refreshToken).statusCode()).isEqualTo(200);
        google.post("/revoke", Map.of("token", refreshToken));
        HttpResponse<String> dead = google.refresh("/token", refreshToken);
        assertThat(dead.statusCode()).isEqualTo(400);
        assertThat(dead.body())
                .isEqualTo("{\"error\":\"invalid_grant\","
                        + "\"error_description\":\"Token has been expired or revoked.\"}");
    }

    @Test
    void revokesEverythingThatAnAccountHasAllowed() {
        JsonNode first = tokens("access_type", "offline");
        JsonNode second = tokens();
        google.post("/revoke", Map.of("token", second.get("access_token").asString()));
        assertThat(google.refresh("/token", first.get("refresh_token").asString())
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> again = google.post("/revoke", Map.of("token", "unknown"));
        assertThat(json(again).get("error").asString()).isEqualTo("invalid_token");
    }

    @Test
    void answersOnlyTheScopesThatWereTickedUnderTheirLongNames() {
        String location = simulator.allow(google.authorizeUrl(AUTHORIZE, SCOPES), "lumen", List.of("openid", "email"));
        JsonNode tokens = json(google.redeem("/token", location));
        assertThat(tokens.get("scope").asString()).isEqualTo("openid https://www.googleapis.com/auth/userinfo.email");
        HttpResponse<String> channels = google.get(
                "/youtube/v3/channels?part=snippet&mine=true",
                "Authorization",
                "Bearer " + tokens.get("access_token").asString());
        assertThat(channels.statusCode()).isEqualTo(403);
        assertThat(json(channels).at("/error/status").asString()).isEqualTo("PERMISSION_DENIED");
    }

    @Test
    void takesItsClientFromTheBodyOrFromBasic() {
        String basic = Base64.getEncoder()
                .encodeToString("simulated-google:simulated-google-secret".getBytes(StandardCharsets.US_ASCII));
        var form = PlatformClient.pairs(
                "grant_type",
                "authorization_code",
                "code",
                query(allow()).text("code"),
                "redirect_uri",
                PlatformClient.REDIRECT,
                "code_verifier",
                PlatformClient.VERIFIER);
        assertThat(google.post("/token", form, "Authorization", "Basic " + basic)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> wrong = google.redeem("/token", allow(), "client_secret", "wrong");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(json(wrong).get("error").asString()).isEqualTo("invalid_client");
    }

    @Test
    void checksTheVerifier() {
        HttpResponse<String> missing = google.redeem("/token", allow(), "code_verifier", "-");
        assertThat(json(missing).get("error_description").asString()).isEqualTo("Missing code verifier.");
        HttpResponse<String> wrong = google.redeem("/token", allow(), "code_verifier", "wrong");
        assertThat(json(wrong).get("error_description").asString()).isEqualTo("Invalid code verifier.");
    }

    @Test
    void signsItsIdTokensWithTheKeyItPublishes() throws Exception {
        String[] jwt = tokens("nonce", "n-1").get("id_token").asString().split("\\.", -1);
        JsonNode key = json(google.get("/certs")).at("/keys/0");
        var publicKey = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key.get("n")), number(key.get("e"))));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(publicKey);
        signature.update((jwt[0] + "." + jwt[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(jwt[2]))).isTrue();
        JsonNode claims = Json.read(new String(Base64.getUrlDecoder().decode(jwt[1]), StandardCharsets.UTF_8));
        assertThat(claims.get("nonce").asString()).isEqualTo("n-1");
        assertThat(claims.get("aud").asString()).isEqualTo("simulated-google");
        assertThat(claims.get("iss").asString())
                .isEqualTo(json(google.get("/.well-known/openid-configuration"))
                        .get("issuer")
                        .asString());
    }

    private static BigInteger number(JsonNode encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded.asString()));
    }

    @Test
    void answersNoItemsForAnAccountWithoutAChannel() {
        assertThat(channelsOf("viewer").has("items")).isFalse();
        assertThat(channelsOf("lumen").at("/items/0/snippet/title").asString()).isEqualTo("Lumen Live");
    }

    private JsonNode channelsOf(String login) {
        String location = simulator.allow(google.authorizeUrl(AUTHORIZE, SCOPES), login);
        String token =
                json(google.redeem("/token", location)).get("access_token").asString();
        return json(google.get("/youtube/v3/channels?part=snippet&mine=true", "Authorization", "Bearer " + token));
    }

    @Test
    void refusesAStrangersRequestWithAPage() {
        String path = google.authorizeUrl(AUTHORIZE, SCOPES, "client_id", "<script>")
                .substring(simulator.url(Platform.GOOGLE).length());
        HttpResponse<String> answer = google.get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client").doesNotContain("<script>");
    }
}
