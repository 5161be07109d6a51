package dev.homelab.streambot;

import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.DiscordSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The Discord that streamers link, and what they do on its consent page. */
public final class DiscordWorld {

    /** One for the whole test run, on the clock of {@link SimulatedWorld}. */
    public static final DiscordSimulator DISCORD = DiscordSimulator.start(
            DiscordSettings.local().withClock(SimulatedWorld.CLOCK).withChecked(false));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private DiscordWorld() {}

    public static void register(DynamicPropertyRegistry properties) {
        properties.add("DISCORD_CLIENT_ID", () -> DiscordSettings.CLIENT_ID);
        properties.add("DISCORD_CLIENT_SECRET", () -> DiscordSettings.CLIENT_SECRET);
        properties.add("DISCORD_AUTHORIZATION_URL", () -> DISCORD.pageUrl() + "oauth2/authorize");
        properties.add("DISCORD_TOKEN_URL", () -> DISCORD.apiUrl() + "oauth2/token");
        properties.add("DISCORD_REVOCATION_URL", () -> DISCORD.apiUrl() + "oauth2/token/revoke");
        properties.add("DISCORD_API_URL", DISCORD::apiUrl);
        properties.add("DISCORD_CALLS_PER_SECOND", () -> "0");
    }

    /** Allows everything as that person; where the browser would go next. */
    public static String allow(String authorizeUrl, long user) {
        return decide(authorizeUrl, "user=" + user);
    }

    public static String deny(String authorizeUrl) {
        return decide(authorizeUrl, "deny=1");
    }

    private static String decide(String authorizeUrl, String form) {
        try {
            HttpResponse<String> decided = HTTP.send(
                    HttpRequest.newBuilder(URI.create(authorizeUrl))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return decided.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError("no consent but " + decided.body()));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
