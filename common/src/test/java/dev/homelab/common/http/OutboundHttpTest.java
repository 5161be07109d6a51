package dev.homelab.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

class OutboundHttpTest {

    private final HttpServer server;

    OutboundHttpTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(new byte[5000]);
            }
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/large");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {});
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsNoMoreThanItWasAllowed() {
        assertThatThrownBy(() -> client(DataSize.ofBytes(1000))
                        .get()
                        .uri("/large")
                        .retrieve()
                        .body(byte[].class))
                .hasRootCauseInstanceOf(OversizedAnswer.class);
        assertThat(client(DataSize.ofKilobytes(5))
                        .get()
                        .uri("/large")
                        .retrieve()
                        .body(byte[].class))
                .hasSize(5000);
    }

    @Test
    void followsNoRedirect() {
        int status = client(DataSize.ofKilobytes(5))
                .get()
                .uri("/moved")
                .exchangeForRequiredValue(
                        (request, answer) -> answer.getStatusCode().value());

        assertThat(status).isEqualTo(302);
    }

    @Test
    void doesNotWaitForEver() {
        assertThatThrownBy(() -> client(DataSize.ofKilobytes(5), Duration.ofMillis(300))
                        .get()
                        .uri("/silent")
                        .retrieve()
                        .toBodilessEntity())
                .isInstanceOf(RestClientException.class);
    }

    private RestClient client(DataSize largest) {
        return client(largest, Duration.ofSeconds(20));
    }

    private RestClient client(DataSize largest, Duration deadline) {
        return new OutboundHttp(Duration.ofSeconds(1), deadline, largest)
                .applyTo(RestClient.builder())
                .baseUrl("http://localhost:" + server.getAddress().getPort())
                .build();
    }
}
