package dev.homelab.streambot;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** What is exported where traces are switched on. */
@ServiceTest
class TracesTest {

    private static final TraceReceiver RECEIVER = new TraceReceiver();
    private static final HexFormat HEX = HexFormat.of();

    private final int port;
    private final RestClient.Builder clients;

    @Autowired
    TracesTest(@LocalServerPort int port, RestClient.Builder clients) {
        this.port = port;
        this.clients = clients;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("OTEL_EXPORTER_OTLP_ENDPOINT", RECEIVER::url);
        properties.add("management.opentelemetry.tracing.export.schedule-delay", () -> "100ms");
    }

    @AfterAll
    static void tidy() {
        SimulatedWorld.backToNormal();
    }

    @Test
    void aConsentIsTracedWithoutItsCodeItsStateAndItsTokens() {
        Browser browser = new Browser(port);
        String callback = PLATFORMS.allow(browser.startSignIn(Platform.KICK), "lumen");
        HttpResponse<String> answer = browser.get(callback);

        await().untilAsserted(() -> assertThat(RECEIVER.everything())
                .contains("stream-bot", "/callback")
                .contains(answer.headers().firstValue("X-Correlation-Id").orElseThrow()));
        assertThat(RECEIVER.everything())
                .doesNotContain("code=", "state=", "token=", parameter(callback, "code"), parameter(callback, "state"))
                .doesNotContain(PLATFORMS.client(Platform.KICK).secret());
        browser.cookies()
                .values()
                .forEach(cookie -> assertThat(RECEIVER.everything()).doesNotContain(cookie));
        assertThat(PLATFORMS.requests().all())
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.headers().keySet()).noneMatch("traceparent"::equalsIgnoreCase));
    }

    @Test
    void linesOfTheLogNameTheTraceBesideTheCorrelation() {
        Browser browser = new Browser(port);
        String callback = PLATFORMS.allow(browser.startSignIn(Platform.KICK), "lumen");
        browser.get(callback);
        try (var log = new WholeLog()) {
            String correlation = browser.get(callback)
                    .headers()
                    .firstValue("X-Correlation-Id")
                    .orElseThrow();

            assertThat(log.text())
                    .containsPattern("came to nothing: replayed.*traceId=[0-9a-f]{32}")
                    .contains("correlation.id=" + correlation);
        }
    }

    @Test
    void ourOwnServicesTakePartInATraceAndStrangersDoNot() {
        assertThat(ask("/internal/v1/connections/overview", "11111111111111111111111111111111"))
                .isEqualTo(200);
        assertThat(ask("/?from=stranger", "22222222222222222222222222222222")).isEqualTo(200);
        assertThat(ask("/readyz", "33333333333333333333333333333333")).isEqualTo(200);
        assertThat(ask("/internal/v1/connections/overview", "44444444444444444444444444444444"))
                .isEqualTo(200);

        await().untilAsserted(() -> assertThat(RECEIVER.everything()).contains(bytes("4".repeat(32))));
        assertThat(RECEIVER.everything())
                .contains(bytes("1".repeat(32)))
                .doesNotContain(bytes("2".repeat(32)), bytes("3".repeat(32)), "from=stranger", "/readyz");
    }

    @Test
    void aCallToAnotherServiceCarriesTheTrace() {
        String parent = Objects.requireNonNull(clients.clone()
                .build()
                .get()
                .uri(RECEIVER.url() + "/internal/asked?with=secret")
                .retrieve()
                .body(String.class));

        assertThat(parent).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[13]");
        await().untilAsserted(() -> assertThat(RECEIVER.everything()).contains(bytes(parent.substring(3, 35))));
        assertThat(RECEIVER.everything()).contains("/internal/asked").doesNotContain("with=secret");
    }

    private int ask(String path, String trace) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("Authorization", "Bearer " + SimulatedWorld.DASHBOARD_TOKEN)
                                    .header("traceparent", "00-" + trace + "-0123456789abcdef-01")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String parameter(String address, String name) {
        return address.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1").replace("%3D", "=");
    }

    private static String bytes(String hex) {
        return new String(HEX.parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
