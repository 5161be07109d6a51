package dev.homelab.local.platform;

import static dev.homelab.local.platform.PlatformClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SimulatorTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private PlatformSimulator simulator;
    private PlatformClient kick;

    @BeforeEach
    void start() {
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        simulator = PlatformSimulator.start(Settings.defaults().withClock(clock));
        kick = PlatformClient.of(simulator, Platform.KICK);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private String authorizeUrl() {
        return kick.authorizeUrl("/oauth/authorize", "user:read");
    }

    private HttpResponse<String> redeem() {
        return kick.redeem("/oauth/token", simulator.allow(authorizeUrl(), "lumen"));
    }

    @Test
    void namesWhatItDoesNotKnow() {
        HttpResponse<String> answer = kick.get("/public/v1/livestreams");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("the simulator does not know GET /kick/public/v1/livestreams");
        assertThat(kick.token("/oauth/token", "grant_type", "password").body()).contains("'password'");
        assertThat(control("accounts/ban", "{\"platform\":\"kick\",\"account\":\"nobody\"}")
                        .body())
                .contains("does not know the account 'nobody' at Kick");
    }

    @Test
    void letsCodesAndTokensEndOnTime() {
        simulator.live(
                Platform.KICK,
                simulator
                        .lifetimes(Platform.KICK)
                        .withCode(Duration.ofSeconds(5))
                        .withAccessToken(Duration.ofSeconds(9))
                        .withGrant(Duration.ofSeconds(60)));
        String late = simulator.allow(authorizeUrl(), "lumen");
        JsonNode tokens = json(redeem());
        assertThat(tokens.get("expires_in").asInt()).isEqualTo(9);
        now.set(now.get().plusSeconds(5));
        assertThat(kick.redeem("/oauth/token", late).statusCode()).isEqualTo(400);
        String bearer = "Bearer " + tokens.get("access_token").asString();
        assertThat(kick.get("/public/v1/users", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        now.set(now.get().plusSeconds(4));
        assertThat(kick.get("/public/v1/users", "Authorization", bearer).statusCode())
                .isEqualTo(401);
        now.set(now.get().plusSeconds(51));
        assertThat(kick.refresh("/oauth/token", tokens.get("refresh_token").asString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void endsGrantsWhenTheirOwnerRevokesThemOrIsBanned() {
        String revoked = json(redeem()).get("refresh_token").asString();
        simulator.revoke(Platform.KICK, "lumen");
        assertThat(kick.refresh("/oauth/token", revoked).statusCode()).isEqualTo(401);
        String banned = json(redeem()).get("refresh_token").asString();
        simulator.ban(Platform.KICK, "lumen");
        assertThat(kick.refresh("/oauth/token", banned).statusCode()).isEqualTo(401);
        assertThatThrownBy(() -> simulator.allow(authorizeUrl(), "lumen")).hasMessageContaining("banned");
    }

    @Test
    void comparesRegisteredAddressesToTheLetter() {
        try (var strict = PlatformSimulator.start(
                Settings.defaults().withRedirectUris("http://localhost:8082/oauth/kick/callback"))) {
            PlatformClient client = PlatformClient.of(strict, Platform.KICK);
            assertThatThrownBy(() -> strict.allow(client.authorizeUrl("/oauth/authorize", "user:read"), "lumen"))
                    .hasMessageContaining("not registered");
        }
        assertThatThrownBy(() -> simulator.allow(
                        kick.authorizeUrl("/oauth/authorize", "user:read", "redirect_uri", "https://evil.example/"),
                        "lumen"))
                .hasMessageContaining("not registered");
    }

    @Test
    void keepsRequestsWithoutTheirSecrets() {
        String code =
                PlatformClient.query(simulator.allow(authorizeUrl(), "lumen")).text("code");
        kick.token("/oauth/token", "grant_type", "authorization_code", "code", code);
        RecordedRequest kept =
                simulator.requests().to(Platform.KICK, Endpoint.TOKEN).getLast();
        assertThat(kept.parameters())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", Fingerprint.brief(code));
        assertThat(kept.toString())
                .doesNotContain(code)
                .doesNotContain(simulator.client(Platform.KICK).secret());
        assertThat(simulator.requests().count(Platform.KICK, Endpoint.TOKEN)).isEqualTo(1);
        assertThat(control("requests", null).body()).contains("\"count\":1").doesNotContain(code);
    }

    @Test
    void showsOnlyHashesOfTokensAndEscapesWhatItShows() {
        simulator.add(new Account(Platform.KICK, "7", "evil", "<img src=x>", "\"><b>", true, false));
        String token = json(redeem()).get("access_token").asString();
        String page =
                kick.send(HttpRequest.newBuilder(URI.create(origin() + "/"))).body();
        assertThat(page)
                .contains(Fingerprint.brief(token), "&lt;img src=x&gt;")
                .doesNotContain(token)
                .doesNotContain("<img");
        String consent = kick.get(
                        authorizeUrl().substring(simulator.url(Platform.KICK).length()))
                .body();
        assertThat(consent).contains("PixelPia", "user:read", "&lt;img").doesNotContain("<img");
    }

    @Test
    void runsTheConsentFormLikeABrowser() {
        String query = URI.create(authorizeUrl()).getRawQuery();
        HttpResponse<String> allowed =
                kick.post("/consent", Map.of("request", query, "account", "lumen", "decision", "allow"));
        String location = allowed.headers().firstValue("Location").orElseThrow();
        assertThat(json(kick.redeem("/oauth/token", location)).get("scope").asString())
                .isEqualTo("user:read");
        HttpResponse<String> denied = kick.post("/consent", Map.of("request", query, "decision", "deny"));
        assertThat(denied.headers().firstValue("Location").orElseThrow()).contains("error=access_denied");
    }

    @Test
    void offersTheSameLeversOverHttp() {
        control(
                "faults",
                "{\"platform\":\"kick\",\"endpoint\":\"token\",\"fault\":\"too-many-requests\",\"amount\":7}");
        HttpResponse<String> throttled = redeem();
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).contains("7");
        control("lifetimes", "{\"platform\":\"kick\",\"access\":3,\"rotation\":\"stays\"}");
        assertThat(json(redeem()).get("expires_in").asInt()).isEqualTo(3);
        JsonNode allowed = json(control("allow", Json.write(Map.of("url", authorizeUrl(), "account", "pixelpia"))));
        assertThat(kick.redeem("/oauth/token", allowed.get("location").asString())
                        .statusCode())
                .isEqualTo(200);
        control("grants/revoke", "{\"platform\":\"kick\",\"account\":\"pixelpia\"}");
        assertThat(simulator.livingRefreshTokens(Platform.KICK, "pixelpia")).isZero();
        assertThat(control("faults", "{\"platform\":\"kick\",\"endpoint\":\"token\",\"fault\":\"gremlins\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private String origin() {
        return "http://localhost:" + simulator.port();
    }

    private HttpResponse<String> control(String operation, @org.jspecify.annotations.Nullable String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + "/simulator/" + operation))
                .header("Content-Type", "application/json");
        return kick.send(json == null ? request : request.POST(BodyPublishers.ofString(json)));
    }
}
