package dev.homelab.dashboard.alert;

import dev.homelab.common.http.OutboundHttp;
import dev.homelab.dashboard.check.Severity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * By POST: to a webhook of Discord's, to ntfy, or to anybody who takes JSON. Its client is not observed, as metrics and traces
 * would keep addresses that are as good as secrets.
 */
@Component
class WebMessenger implements Messenger {

    private static final OutboundHttp HTTP =
            new OutboundHttp(Duration.ofSeconds(5), Duration.ofSeconds(10), DataSize.ofKilobytes(64));
    private static final int RED = 0xC22F3D;
    private static final int AMBER = 0xF0B549;
    private static final int GREEN = 0x12805C;

    private final RestClient client = HTTP.applyTo(RestClient.builder()).build();

    @Override
    public boolean delivers(Channel.Kind kind) {
        return kind == Channel.Kind.DISCORD_WEBHOOK || kind == Channel.Kind.NTFY || kind == Channel.Kind.WEBHOOK;
    }

    @Override
    public void deliver(Channel channel, Message message) throws Undeliverable {
        RestClient.RequestBodySpec request = client.post().uri(URI.create(channel.target()));
        switch (channel.kind()) {
            case DISCORD_WEBHOOK ->
                request.contentType(MediaType.APPLICATION_JSON).body(discord(message));
            case NTFY -> ntfy(request, message);
            default ->
                request.contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotency-Key", message.key())
                        .body(generic(message));
        }
        HttpStatusCode answer = send(request);
        if (!answer.is2xxSuccessful()) {
            throw new Undeliverable("status " + answer.value());
        }
    }

    /** What the client throws may quote the address. */
    private static HttpStatusCode send(RestClient.RequestBodySpec request) throws Undeliverable {
        try {
            return request.exchangeForRequiredValue((sent, answer) -> answer.getStatusCode());
        } catch (RestClientException e) {
            Throwable cause = e.getMostSpecificCause();
            throw new Undeliverable(cause.getClass().getSimpleName());
        }
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
    private static void ntfy(RestClient.RequestBodySpec request, Message message) {
        request.header("Title", encoded(cut(message.title(), 250)))
                .header("Priority", message.severity() == Severity.CRITICAL && !message.over() ? "5" : "3")
                .header("Tags", message.over() ? "white_check_mark" : "rotating_light")
                .header("Click", message.link())
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(message.text());
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

    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
