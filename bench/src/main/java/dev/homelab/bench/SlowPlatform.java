package dev.homelab.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The token endpoints of three platforms, which take their time, rotate each token, and remember who asked when. */
final class SlowPlatform implements AutoCloseable {

    static final List<String> PLATFORMS = List.of("twitch", "youtube", "kick");

    private static final Duration THINKS = Duration.ofMillis(50);
    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private final HttpServer server;
    private final Map<String, ConcurrentLinkedQueue<Long>> calls = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> uses = new ConcurrentHashMap<>();
    private final AtomicLong issued = new AtomicLong();

    SlowPlatform() {
        PLATFORMS.forEach(platform -> calls.put(platform, new ConcurrentLinkedQueue<>()));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The environment variables of a stream-bot that asks here. */
    Map<String, String> settings(int callsPerSecond) {
        Map<String, String> settings = new HashMap<>();
        for (String platform : PLATFORMS) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + platform;
            String prefix = platform.toUpperCase(java.util.Locale.ROOT) + "_";
            settings.put(prefix + "CLIENT_ID", "bench");
            settings.put(prefix + "CLIENT_SECRET", "bench-secret");
            for (String name : List.of("AUTHORIZATION", "TOKEN", "REVOCATION", "VALIDATION", "API", "JWK_SET")) {
                settings.put(prefix + name + "_URL", url);
            }
            settings.put(prefix + "CALLS_PER_SECOND", Integer.toString(callsPerSecond));
        }
        return settings;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String platform = exchange.getRequestURI().getPath().substring(1);
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.computeIfAbsent(platform, _ -> new ConcurrentLinkedQueue<>()).add(System.nanoTime());
        uses.computeIfAbsent(form.replaceFirst(".*refresh_token=([^&]*).*", "$1"), _ -> new AtomicLong())
                .incrementAndGet();
        think();
        long number = issued.incrementAndGet();
        byte[] body = ("{\"token_type\":\"bearer\",\"access_token\":\"access-" + number
                        + "\",\"refresh_token\":\"refresh-" + number + "\",\"expires_in\":14400}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void think() {
        try {
            TimeUnit.NANOSECONDS.sleep(THINKS.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void forget() {
        calls.values().forEach(ConcurrentLinkedQueue::clear);
    }

    long calls() {
        return calls.values().stream().mapToLong(ConcurrentLinkedQueue::size).sum();
    }

    /** Refresh tokens that were sent more than once. */
    long doubled() {
        return uses.values().stream().filter(count -> count.get() > 1).count();
    }

    /** How many calls came within the second that followed another call's, beyond the budget. */
    long exceeded(int callsPerSecond) {
        return PLATFORMS.stream()
                .map(this::sorted)
                .mapToLong(times -> exceeded(times, callsPerSecond))
                .sum();
    }

    private static long exceeded(List<Long> times, int callsPerSecond) {
        long beyond = 0;
        for (int i = callsPerSecond; i < times.size(); i++) {
            if (times.get(i) - times.get(i - callsPerSecond) < WINDOW_NANOS) {
                beyond++;
            }
        }
        return beyond;
    }

    private List<Long> sorted(String platform) {
        List<Long> times = new ArrayList<>(calls.getOrDefault(platform, new ConcurrentLinkedQueue<>()));
        times.sort(null);
        return times;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
