package dev.homelab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Pages without style or script, to tell what a machine and its browser take for themselves from what a page of ours costs. */
final class PlainPages implements AutoCloseable {

    private static final String TOP = "<!DOCTYPE html><html lang=en><title>Plain</title><link rel=icon href=data:,>";
    private static final String LINE = "<p>" + "All of this is only here to be painted. ".repeat(4);
    private static final int LINES_OF_A_WINDOW = 30;

    private final HttpServer server;

    PlainPages() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/word", exchange -> answer(exchange, TOP + "<p>Hello"));
        server.createContext("/text", exchange -> answer(exchange, TOP + LINE.repeat(LINES_OF_A_WINDOW)));
        server.start();
    }

    /** The address of a page of one word. */
    String word() {
        return at("/word");
    }

    /** The address of a page whose text fills a window of a desktop, 1280 by 900. */
    String text() {
        return at("/text");
    }

    private String at(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        byte[] body = page.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
