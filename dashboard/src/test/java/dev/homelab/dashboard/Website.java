package dev.homelab.dashboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A site that answers as it is told to, well or as badly as sites do, and keeps what is posted to it. */
public final class Website implements AutoCloseable {

    private static final byte[] MEGABYTE = new byte[1024 * 1024];

    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{\"state\":\"fine\"}";

    public Website() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.createContext("/hangs", exchange -> hang());
        server.createContext("/drips", this::drip);
        server.createContext("/huge", Website::flood);
        server.createContext("/round", exchange -> redirect(exchange, "/round"));
        server.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        server.start();
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    public void answers(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }

    /** The bodies of all POSTs, in order. */
    public List<String> posted() {
        return posted;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        if ("POST".equals(exchange.getRequestMethod())) {
            posted.add(new String(sent, StandardCharsets.UTF_8));
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                out.write('.');
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int sent = 0; sent < 50; sent++) {
                out.write(MEGABYTE);
            }
        }
    }

    private static void redirect(HttpExchange exchange, String where) throws IOException {
        exchange.getResponseHeaders().set("Location", where);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
