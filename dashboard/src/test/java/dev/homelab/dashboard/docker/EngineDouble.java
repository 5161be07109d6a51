package dev.homelab.dashboard.docker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers as Docker's Engine does, of a project whose containers are as they are told to be. */
final class EngineDouble implements AutoCloseable {

    private static final Pattern OF_ONE = Pattern.compile("/v1\\.\\d+/containers/([^/]+)/(json|stats|logs)");

    static final String STATS = """
            {"name":"/homelab-redis-1","id":"redis","read":"2026-11-27T12:00:01.5Z","preread":"2026-11-27T12:00:00.5Z",
             "pids_stats":{"current":6,"limit":18446744073709551615},"num_procs":0,
             "cpu_stats":{"cpu_usage":{"total_usage":5200000000,"usage_in_kernelmode":200000000,"usage_in_usermode":5000000000},
                          "system_cpu_usage":91000000000,"online_cpus":2},
             "precpu_stats":{"cpu_usage":{"total_usage":5000000000,"usage_in_kernelmode":200000000,"usage_in_usermode":4800000000},
                             "system_cpu_usage":89000000000,"online_cpus":2},
             "memory_stats":{"usage":73400320,"limit":167772160,"stats":{"anon":41943040,"file":31457280,"inactive_file":20971520}}}""";

    private record Known(String restartPolicy, String state) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile String version = "1.51";
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean away;
    private volatile boolean hanging;
    private volatile String vanished = "";
    private final AtomicInteger restarts = new AtomicInteger(2);

    EngineDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<String> asked() {
        return asked;
    }

    void speaks(String newest) {
        version = newest;
    }

    void isAway(boolean nowAway) {
        away = nowAway;
    }

    /** Takes what it is asked, and does not answer. */
    void hangs() {
        hanging = true;
    }

    void has(String service, String state) {
        known.put(service, new Known("unless-stopped", state));
    }

    void hasOneShot(String service, String state) {
        known.put(service, new Known("no", state));
    }

    /** Each container was started again once more. */
    void restart() {
        restarts.incrementAndGet();
    }

    /** Is still listed, and gone when it is asked for. */
    void vanishes(String service) {
        vanished = service;
    }

    static String running() {
        return state("running", 0, false, "", healthy());
    }

    static String unhealthy(String output) {
        return state("running", 0, false, "", """
                {"Status":"unhealthy","FailingStreak":3,"Log":[{"Start":"2026-11-27T12:00:00Z","End":"2026-11-27T12:00:01Z",
                 "ExitCode":1,"Output":"%s"}]}""".formatted(output));
    }

    static String exited(int code) {
        return state("exited", code, false, "", healthy());
    }

    static String killedForMemory() {
        return state("exited", 137, true, "", healthy());
    }

    static String created() {
        return state("created", 0, false, "", healthy());
    }

    static String failedToStart(String error) {
        return state("created", 128, false, error, healthy());
    }

    private static String healthy() {
        return "{\"Status\":\"healthy\",\"FailingStreak\":0,\"Log\":[]}";
    }

    private static String state(String status, int exitCode, boolean oom, String error, String health) {
        return """
                {"Status":"%s","Running":%s,"Paused":false,"Restarting":false,"OOMKilled":%s,"Dead":false,"Pid":4711,
                 "ExitCode":%d,"Error":"%s","StartedAt":"2026-11-27T11:59:00.123456789Z","FinishedAt":"0001-01-01T00:00:00Z",
                 "Health":%s}""".formatted(status, "running".equals(status), oom, exitCode, error, health);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        exchange.getResponseHeaders().set("Api-Version", version);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (hanging) {
            hang();
        }
        Matcher one = OF_ONE.matcher(path);
        if (away) {
            send(exchange, 503, bytes("{\"message\":\"away\"}"));
        } else if (path.equals("/_ping")) {
            send(exchange, 200, bytes("OK"));
        } else if (path.endsWith("/containers/json")) {
            send(exchange, 200, bytes(list()));
        } else if (one.matches()) {
            ofOne(exchange, service(one.group(1)), one.group(2));
        } else {
            send(exchange, 403, bytes("Forbidden"));
        }
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String service(String idOrName) {
        return idOrName.replaceFirst("^homelab-(.*)-1$", "$1");
    }

    private void ofOne(HttpExchange exchange, String service, String what) throws IOException {
        Known one = known.get(service);
        if (one == null || service.equals(vanished)) {
            send(exchange, 404, bytes("{\"message\":\"No such container: " + service + "\"}"));
            return;
        }
        switch (what) {
            case "json" -> send(exchange, 200, bytes(inspected(service, one)));
            case "stats" -> send(exchange, 200, bytes(STATS));
            default -> send(exchange, 200, lines());
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String list() {
        return known.keySet().stream()
                .map(service -> """
                        {"Id":"%1$s","Names":["/homelab-%1$s-1"],"State":"running","Status":"Up 3 minutes"}""".formatted(service))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String inspected(String service, Known one) {
        return """
                {"Id":"%1$s","Created":"2026-11-27T11:58:59.9Z","Path":"docker-entrypoint.sh","Args":[],"State":%2$s,
                 "Image":"sha256:0d1e","Name":"/homelab-%1$s-1","RestartCount":%4$d,"Driver":"overlay2",
                 "HostConfig":{"Memory":167772160,"NetworkMode":"homelab_data",
                               "RestartPolicy":{"Name":"%3$s","MaximumRetryCount":0}},
                 "Config":{"Hostname":"0d1e","Tty":false,"Image":"%1$s:8",
                           "Labels":{"com.docker.compose.project":"homelab","com.docker.compose.service":"%1$s"}}}""".formatted(service, one.state(), one.restartPolicy(), restarts.get());
    }

    private static byte[] lines() throws IOException {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        frame(framed, 1, "started\n");
        frame(framed, 2, "DB_PASSWORD=hunter2 refused\n");
        return framed.toByteArray();
    }

    private static void frame(ByteArrayOutputStream out, int stream, String text) throws IOException {
        byte[] bytes = bytes(text);
        out.write(
                ByteBuffer.allocate(8).putInt(stream << 24).putInt(bytes.length).array());
        out.write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
