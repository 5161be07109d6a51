package dev.homelab.discordbot.transcript;

import dev.homelab.common.http.OutboundHttp;
import dev.homelab.common.http.OversizedAnswer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Fetches files from Discord's own addresses: bounded, and never redirected. */
@Component
public class FileSource {

    @SuppressWarnings("ArrayRecordComponent")
    record Fetched(FileState state, byte[] bytes) {

        private static Fetched none(FileState state) {
            return new Fetched(state, new byte[0]);
        }
    }

    private final RestClient http;
    private final FileSettings settings;

    FileSource(FileSettings settings) {
        this.settings = settings;
        OutboundHttp outbound = new OutboundHttp(Duration.ofSeconds(5), Duration.ofSeconds(60), settings.largest());
        this.http = outbound.applyTo(RestClient.builder()).build();
    }

    /** The file at an address of Discord's; empty when it lies elsewhere, is too large, or cannot be had. */
    public Optional<byte[]> bytes(String url) {
        if (!settings.serves(url)) {
            return Optional.empty();
        }
        try {
            Fetched fetched = fetch(url);
            return fetched.state() == FileState.SAVED ? Optional.of(fetched.bytes()) : Optional.empty();
        } catch (IOException | RestClientException e) {
            return Optional.empty();
        }
    }

    /** @throws IOException when it is worth another try */
    Fetched fetch(String url) throws IOException {
        Fetched fetched = http.get().uri(URI.create(url)).exchange((request, answer) -> read(answer));
        if (fetched == null) {
            throw new IOException("no answer from Discord's files");
        }
        return fetched;
    }

    private static Fetched read(ClientHttpResponse answer) throws IOException {
        if (answer.getStatusCode().is4xxClientError() && answer.getStatusCode().value() != 429) {
            return Fetched.none(FileState.GONE);
        }
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new IOException(
                    "Discord's files answered " + answer.getStatusCode().value());
        }
        try {
            return new Fetched(FileState.SAVED, answer.getBody().readAllBytes());
        } catch (OversizedAnswer e) {
            return Fetched.none(FileState.TOO_LARGE);
        }
    }
}
