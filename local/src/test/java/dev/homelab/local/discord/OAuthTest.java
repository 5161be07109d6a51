package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.COMMUNITY;
import static dev.homelab.local.discord.world.Worlds.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.world.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OAuthTest {

    private static final String CLIENT =
            "client_id=" + DiscordSettings.CLIENT_ID + "&client_secret=" + DiscordSettings.CLIENT_SECRET;
    private static final String BACK = "http://localhost:1/callback";

    private final HttpClient http = HttpClient.newHttpClient();
    private DiscordSimulator discord;

    @BeforeEach
    void start() {
        discord = DiscordSimulator.start();
    }

    @AfterEach
    void stop() {
        discord.close();
    }

    private HttpResponse<String> post(String url, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(discord.apiUrl() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String code() throws IOException, InterruptedException {
        String url = discord.pageUrl() + "oauth2/authorize?response_type=code&state=s1&client_id="
                + DiscordSettings.CLIENT_ID + "&scope=identify%20guilds.members.read&redirect_uri=" + BACK;
        HttpResponse<String> page =
                http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(page.body()).contains("Authorize as Sam");
        String location =
                post(url, "user=" + SAM).headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(BACK + "?code=").endsWith("&state=s1");
        return location.replaceAll(".*code=([^&]*).*", "$1");
    }

    private HttpResponse<String> redeem(String code) throws IOException, InterruptedException {
        return post(
                discord.apiUrl() + "oauth2/token",
                CLIENT + "&grant_type=authorization_code&code=" + code + "&redirect_uri=" + BACK);
    }

    @Test
    void signsAPersonInAndShowsTheirRoles() throws IOException, InterruptedException {
        JsonNode token = Json.read(redeem(code()).body());
        String access = token.path("access_token").asString();
        assertThat(Json.read(get("users/@me", access).body()).path("username").asString())
                .isEqualTo("sam");
        JsonNode member = Json.read(
                get("users/@me/guilds/" + COMMUNITY + "/member", access).body());
        long staff = discord.world().guild(COMMUNITY).role("Staff").id();
        assertThat(member.path("roles").path(0).asString()).isEqualTo(Long.toString(staff));
    }

    @Test
    void takesACodeOnceAndEndsRevokedTokens() throws IOException, InterruptedException {
        String code = code();
        JsonNode token = Json.read(redeem(code).body());
        assertThat(redeem(code).statusCode()).isEqualTo(400);
        String refresh = token.path("refresh_token").asString();
        String again = CLIENT + "&grant_type=refresh_token&refresh_token=" + refresh;
        JsonNode fresh =
                Json.read(post(discord.apiUrl() + "oauth2/token", again).body());
        assertThat(post(discord.apiUrl() + "oauth2/token", again).statusCode()).isEqualTo(400);
        String access = fresh.path("access_token").asString();
        assertThat(get("users/@me", access).statusCode()).isEqualTo(200);
        assertThat(post(discord.apiUrl() + "oauth2/token/revoke", CLIENT + "&token=" + access)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("users/@me", access).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAWrongSecret() throws IOException, InterruptedException {
        String form = "grant_type=refresh_token&refresh_token=x&client_id=1&client_secret=2";
        assertThat(post(discord.apiUrl() + "oauth2/token", form).statusCode()).isEqualTo(401);
    }

    @Test
    void answersRequestsForTokensWronglyOnDemand() throws IOException, InterruptedException {
        String code = code();
        discord.faults().rest().write(400, "text/plain", "no", Map.of("Retry-After", "7"), "POST", "/oauth2/token");
        HttpResponse<String> wrong = redeem(code);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).isEqualTo("no");
        assertThat(wrong.headers().firstValue("Retry-After")).contains("7");
        discord.faults().rest().answer(1, 500, "POST", "/oauth2/token");
        assertThat(redeem(code).statusCode()).isEqualTo(500);
        assertThat(redeem(code).statusCode()).isEqualTo(200);
        assertThat(discord.livingRefreshTokens(SAM)).isEqualTo(1);
        discord.deauthorize(SAM);
        assertThat(discord.livingRefreshTokens(SAM)).isZero();
    }
}
