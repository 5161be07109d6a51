package dev.homelab.dashboard.alert;

import dev.homelab.dashboard.check.Severity;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** By POST: to a webhook of Discord's, to ntfy, or to anybody who takes JSON. */
@Component
class WebMessenger implements Messenger {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int RED = 0xC22F3D;
    private static final int AMBER = 0xF0B549;
    private static final int GREEN = 0x12805C;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(DEADLINE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final JsonMapper json;

    WebMessenger(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean delivers(Channel.Kind kind) {
        return kind == Channel.Kind.DISCORD_WEBHOOK || kind == Channel.Kind.NTFY || kind == Channel.Kind.WEBHOOK;
    }

    @Override
    public void deliver(Channel channel, Message message) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(channel.target())).timeout(DEADLINE);
        switch (channel.kind()) {
            case DISCORD_WEBHOOK -> json(request, discord(message));
            case NTFY -> ntfy(request, message);
            default -> json(request, generic(message)).header("Idempotency-Key", message.key());
        }
        HttpResponse<Void> answer = send(request.build());
        if (answer.statusCode() < OK || answer.statusCode() >= REDIRECT) {
            throw new Undeliverable("status " + answer.statusCode());
        }
    }

    /** What the client throws may quote the address. */
    private HttpResponse<Void> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (HttpTimeoutException e) {
            throw new Undeliverable("time-out");
        } catch (ConnectException e) {
            throw new Undeliverable("no connection");
        } catch (IOException e) {
            throw new Undeliverable(e.getClass().getSimpleName());
        }
    }

    private HttpRequest.Builder json(HttpRequest.Builder request, Object body) {
        return request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private static Map<String, Object> discord(Message message) {
        return Map.of(
                "allowed_mentions", Map.of("parse", List.of()),
                "embeds",
                        List.of(Map.of(
                                "title", cut(message.title(), 256),
                                "description", cut(message.text(), 2000),
                                "url", message.link(),
                                "color", colour(message),
                                "timestamp", message.at().toString())));
    }

    private static Map<String, Object> generic(Message message) {
        return Map.of(
                "id", message.key(),
                "state", message.over() ? "resolved" : "firing",
                "severity", message.severity().name().toLowerCase(Locale.ROOT),
                "title", message.title(),
                "text", message.text(),
                "link", message.link(),
                "at", message.at().toString());
    }

    /** Its headers take other letters than ASCII as an encoded word alone. */
    private static void ntfy(HttpRequest.Builder request, Message message) {
        request.header("Title", encoded(cut(message.title(), 250)))
                .header("Priority", message.severity() == Severity.CRITICAL && !message.over() ? "5" : "3")
                .header("Tags", message.over() ? "white_check_mark" : "rotating_light")
                .header("Click", message.link())
                .POST(HttpRequest.BodyPublishers.ofString(message.text()));
    }

    private static String encoded(String text) {
        boolean plain = text.chars().allMatch(letter -> letter >= ' ' && letter <= '~');
        return plain
                ? text
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static int colour(Message message) {
        if (message.over()) {
            return GREEN;
        }
        return message.severity() == Severity.CRITICAL ? RED : AMBER;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
