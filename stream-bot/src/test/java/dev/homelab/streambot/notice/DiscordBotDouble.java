package dev.homelab.streambot.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The discord-bot's part of the contract about direct messages: it keeps what it is sent, and answers as it is told. */
final class DiscordBotDouble implements AutoCloseable {

    static final String TOKEN = "fedcba9876543210fedcba9876543210";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(204);

    DiscordBotDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/internal/v1/direct-messages", this::receive);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Everything that came with the right token, refused or not. */
    List<JsonNode> asked() {
        return asked;
    }

    void answer(int with) {
        status.set(with);
    }

    private void receive(HttpExchange exchange) throws IOException {
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        int answer = known && exchange.getRequestMethod().equals("POST") ? status.get() : 401;
        if (known) {
            asked.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
