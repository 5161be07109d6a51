package dev.homelab.discordbot.transcript;

import dev.homelab.common.http.OutboundHttp;
import dev.homelab.common.http.OversizedAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Fetches files from Discord's own addresses: bounded, and never redirected. */
@Component
public class FileSource {

    /** Takes a file's bytes, all of which it reads. */
    interface Taker {
        void take(InputStream bytes, long size) throws IOException;
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FileState state = fetch(url, (file, size) -> file.transferTo(bytes));
            return state == FileState.SAVED ? Optional.of(bytes.toByteArray()) : Optional.empty();
        } catch (IOException | RestClientException e) {
            return Optional.empty();
        }
    }

    /**
     * Hands a file over as it comes, so that it need not fit into memory.
     *
     * @return SAVED when it was taken; else why there is none
     * @throws IOException when it is worth another try
     */
    FileState fetch(String url, Taker taker) throws IOException {
        FileState state = http.get()
                .uri(URI.create(url))
                .header(HttpHeaders.ACCEPT_ENCODING, "identity") // what is unpacked on the way has no known size
                .exchange((request, answer) -> read(answer, taker));
        if (state == null) {
            throw new IOException("no answer from Discord's files");
        }
        return state;
    }

    private FileState read(ClientHttpResponse answer, Taker taker) throws IOException {
        if (answer.getStatusCode().is4xxClientError() && answer.getStatusCode().value() != 429) {
            return FileState.GONE;
        }
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new IOException(
                    "Discord's files answered " + answer.getStatusCode().value());
        }
        long size = answer.getHeaders().getContentLength();
        if (size > settings.largest().toBytes()) {
            return FileState.TOO_LARGE;
        }
        if (size >= 0) {
            taker.take(answer.getBody(), size);
            return FileState.SAVED;
        }
        return readWhole(answer, taker);
    }

    /** Who takes it wants to know its size first. */
    private static FileState readWhole(ClientHttpResponse answer, Taker taker) throws IOException {
        byte[] bytes;
        try {
            bytes = answer.getBody().readAllBytes();
        } catch (OversizedAnswer e) {
            return FileState.TOO_LARGE;
        }
        taker.take(new ByteArrayInputStream(bytes), bytes.length);
        return FileState.SAVED;
    }
}
