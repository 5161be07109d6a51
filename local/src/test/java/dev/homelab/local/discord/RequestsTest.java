package dev.homelab.local.discord;

import static dev.homelab.local.discord.world.Worlds.GENERAL;
import static dev.homelab.local.discord.world.Worlds.MIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.discord.rest.Exchange;
import dev.homelab.local.discord.rest.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private DiscordSimulator discord;
    private Wire wire;

    @BeforeEach
    void start() {
        discord = DiscordSimulator.start(DiscordSettings.local().withLimits(Limits.OFF));
        wire = new Wire(discord);
    }

    @AfterEach
    void stop() {
        discord.close();
    }

    @Test
    void onlyTheNewestAreKeptAndAllAreCounted() throws IOException, InterruptedException {
        discord.requests().keep(2);
        wire.get("channels/" + GENERAL);
        wire.get("gateway");
        wire.get("gateway/bot");
        assertThat(discord.requests().all()).extracting(Exchange::route).containsExactly("/gateway", "/gateway/bot");
        assertThat(discord.requests().total()).isEqualTo(3);
        assertThat(discord.requests().totalCounted()).isEqualTo(2);
        discord.requests().clear();
        assertThat(discord.requests().total()).isZero();
        assertThat(discord.requests().all()).isEmpty();
    }

    private HttpResponse<String> post(String url, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void signInsAreKeptWithoutTheirSecrets() throws IOException, InterruptedException {
        String client = "client_id=" + DiscordSettings.CLIENT_ID + "&client_secret=" + DiscordSettings.CLIENT_SECRET;
        String redirect = URLEncoder.encode("http://localhost/back", StandardCharsets.UTF_8);
        HttpResponse<String> consent = post(
                discord.pageUrl() + "oauth2/authorize?response_type=code&scope=identify&client_id="
                        + DiscordSettings.CLIENT_ID + "&redirect_uri=" + redirect,
                "user=" + MIA);
        String code = consent.headers().firstValue("Location").orElseThrow().replaceAll(".*code=([^&]+).*", "$1");
        String form = client + "&grant_type=authorization_code&code=" + code + "&redirect_uri=" + redirect;
        assertThat(post(discord.apiUrl() + "oauth2/token", form).statusCode()).isEqualTo(200);
        assertThat(post(discord.apiUrl() + "oauth2/token/revoke", client + "&token=secret-token")
                        .statusCode())
                .isEqualTo(200);
        List<Exchange> kept = discord.requests().all();
        assertThat(kept).extracting(Exchange::route).containsExactly("/oauth2/token", "/oauth2/token/revoke");
        assertThat(kept.toString() + kept.stream().map(Exchange::body).toList())
                .contains("authorization_code", "***")
                .doesNotContain(code, DiscordSettings.CLIENT_SECRET, "secret-token");
    }
}
