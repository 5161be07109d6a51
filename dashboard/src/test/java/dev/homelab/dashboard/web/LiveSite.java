package dev.homelab.dashboard.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A page with the dashboard's script, whose server can go away, end its streams, and forget who is signed in. */
final class LiveSite implements AutoCloseable {

    /** How the server answers. */
    enum Mood {
        WELL,
        AWAY,
        SIGNED_OUT
    }

    private static final Path SCRIPT = Path.of("src/main/resources/static/homelab/live.js");

    private final HttpServer server;
    private final List<HttpExchange> streams = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;
    private volatile String again = "";
    private volatile String content = "";

    LiveSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, "text/html", page()));
        server.createContext("/live", this::stream);
        server.createContext("/live.js", exchange -> send(exchange, 200, "text/javascript", Files.readString(SCRIPT)));
        server.createContext("/sign-in", exchange -> send(exchange, 200, "text/html", "Sign in"));
        server.start();
    }

    private String page() {
        return """
                <!DOCTYPE html><title>Live</title><style>.over { position: fixed; bottom: 0 }</style><main>
                <div class="over" id="stale" role="alert" hidden%s>No news.</div>
                <div class="over" id="ended" role="alert" hidden>Signed out.</div>
                <div data-live="/live?since=1">%s</div>
                <form><textarea></textarea></form>
                <script src="/live.js"></script></main>""".formatted(again, content);
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    void shows(String html) {
        content = html;
    }

    void asksEachSecond() {
        again = " data-again=\"1\"";
    }

    void is(Mood newMood) {
        mood = newMood;
    }

    /** How many requests were answered with 502 so far. */
    int refused() {
        return refused.get();
    }

    int streams() {
        return streams.size();
    }

    void endStreams() {
        streams.forEach(HttpExchange::close);
        streams.clear();
    }

    void patch(String html) {
        streams.forEach(stream -> write(stream, "id:2\nevent:patch\ndata:" + html.replace("\n", "\ndata:") + "\n\n"));
    }

    private void stream(HttpExchange exchange) throws IOException {
        if (mood != Mood.WELL) {
            answer(exchange, "text/html", "");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        write(exchange, "retry:1000\n\n");
        streams.add(exchange);
    }

    private static void write(HttpExchange stream, String text) {
        try {
            stream.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            stream.getResponseBody().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, String type, String body) throws IOException {
        switch (mood) {
            case WELL -> send(exchange, 200, type, body);
            case AWAY -> {
                refused.incrementAndGet();
                send(exchange, 502, "text/html", "");
            }
            case SIGNED_OUT -> {
                exchange.getResponseHeaders().set("Location", "/sign-in");
                send(exchange, 302, "text/html", "");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        endStreams();
        server.stop(0);
    }
}
