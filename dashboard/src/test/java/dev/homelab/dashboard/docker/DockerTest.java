package dev.homelab.dashboard.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Against a stand-in that answers as an Engine does; a real one was tried by hand. */
class DockerTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private DockerEngine engine;
    private String version = "1.51";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        engine = new DockerEngine(
                RestClient.builder(),
                new DockerSettings("http://localhost:" + server.getAddress().getPort(), "homelab"),
                JsonMapper.shared());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        exchange.getResponseHeaders().set("Api-Version", version);
        byte[] body = body(path);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] body(String path) throws IOException {
        if (path.endsWith("/logs")) {
            ByteArrayOutputStream framed = new ByteArrayOutputStream();
            frame(framed, 1, "started\n");
            frame(framed, 2, "DB_PASSWORD=hunter2 refused\n");
            return framed.toByteArray();
        }
        return (path.endsWith("/containers/json") ? "[{\"Id\":\"abc\"}]" : "{}").getBytes(StandardCharsets.UTF_8);
    }

    private static void frame(ByteArrayOutputStream out, int stream, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(
                ByteBuffer.allocate(8).putInt(stream << 24).putInt(bytes.length).array());
        out.write(bytes);
    }

    @Test
    void speaksTheNewestVersionThatBothKnowAndOnlyReads() throws Exception {
        assertThat(engine.containers().get(0).path("Id").asString()).isEqualTo("abc");
        assertThat(asked).containsExactly("GET /_ping", "GET /v1.47/containers/json");
    }

    @Test
    void speaksTheOlderVersionOfAnOlderEngine() throws Exception {
        version = "1.43";
        engine.inspect("abc");
        assertThat(asked).containsExactly("GET /_ping", "GET /v1.43/containers/abc/json");
    }

    @Test
    void keepsTheLastLinesWithoutSecrets() throws Exception {
        String lines = engine.log("abc", 30);
        assertThat(lines).isEqualTo("started\nDB_PASSWORD=hunter2 refused\n");
        assertThat(Evidence.masked(lines)).isEqualTo("started\nDB_PASSWORD=*** refused\n");
    }

    @Test
    void masksWhatLooksLikeASecret() {
        assertThat(Evidence.masked("Authorization: Bearer abc.def")).doesNotContain("abc.def");
        assertThat(Evidence.masked("{\"token\":\"s3cret value\",\"user\":\"mia\"}"))
                .doesNotContain("s3cret")
                .contains("mia");
        assertThat(Evidence.masked("jdbc at postgres://bot:hunter2@db/x")).isEqualTo("jdbc at postgres://bot:***@db/x");
        assertThat(Evidence.masked("\u001B[31mred\u001B[0m")).isEqualTo("red");
    }
}
