package dev.homelab.streambot.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A provider that is away when the service starts, or answers nonsense, holds up nobody and is asked again. */
@ServiceTest
class ProviderAwayTest {

    private static final String NONSENSE = "<!doctype html>";
    private static final AtomicReference<String> DOCUMENT = new AtomicReference<>(NONSENSE);
    private static final HttpServer PROVIDER = provider();

    private final int port;

    @Autowired
    ProviderAwayTest(@LocalServerPort int port) {
        this.port = port;
    }

    private static HttpServer provider() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/realm/.well-known/openid-configuration", exchange -> {
                byte[] body = DOCUMENT.get().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String issuer() {
        return "http://localhost:" + PROVIDER.getAddress().getPort() + "/realm";
    }

    private static String document(String issuer) {
        return """
                {"issuer":"%s","authorization_endpoint":"https://login.example/authorize","token_endpoint":"%s/token",
                "jwks_uri":"%s/keys"}""".formatted(issuer, issuer, issuer);
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("OIDC_CLIENT_ID", () -> "homelab");
        properties.add("OIDC_CLIENT_SECRET", () -> "secret");
        properties.add("OIDC_ISSUER", ProviderAwayTest::issuer);
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop(0);
    }

    @Test
    void saysThatTheProviderIsAwayUntilItAnswersAsItself() {
        Browser browser = new Browser(port);
        assertThat(browser.get("/").body()).contains("Sign in with OpenID");
        for (String wrong : new String[] {NONSENSE, "{}", document("https://evil.example")}) {
            DOCUMENT.set(wrong);
            assertThat(Browser.location(browser.get("/sign-in/oidc"))).isEqualTo("/problem/platform");
        }
        DOCUMENT.set(document(issuer()));
        assertThat(Browser.location(browser.get("/sign-in/oidc")))
                .startsWith("https://login.example/authorize?")
                .contains("code_challenge=", "nonce=", "scope=openid%20profile%20offline_access");
        assertThat(browser.get("/")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("form-action 'self'", "https://login.example");
    }
}
