package dev.homelab.dashboard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Both bots on one port of this machine: ready or not, and with one open ticket and one link to tell of. */
public final class BotDouble implements AutoCloseable {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    public static final String ADMIN_PASSWORD = "kept-under-the-doormat";

    /** The only ticket's. */
    public static final String TICKET_ID = "7b0e6f3e-0000-4000-8000-000000000007";

    private static final String TICKETS = """
            {"discord":{"connected":true,"off":false,"detail":"Connected as Homelab in 1 server(s)."},"open":1,"closed":3,
             "newest":[{"number":7,"server":"Homelab Community","type":"Bug Reports","title":"<b>It broke</b>",
                        "opener":"Mia","state":"OPEN","openedAt":"2026-11-23T08:00:00Z"}]}""";
    private static final String CONNECTIONS = """
            {"streamers":1,"platforms":[],"newest":[{"streamer":"Luna","platform":"twitch","account":"luna_live",
             "state":"LIVE","linkedAt":"2026-11-23T08:00:00Z","refreshDue":null}]}""";

    private static final String NOT_READY = """
            {"status":"DOWN","components":{"db":{"status":"DOWN"},"readinessState":{"status":"UP"}}}""";
    private static final String PLATFORMS = """
            [{"platform":"twitch","title":"Twitch","enabled":true,"signIn":true,"pausedUntil":null,"breaker":"CLOSED",
              "overdueSeconds":0,"live":2,"retrying":0,"broken":0,"ending":0},
             {"platform":"kick","title":"Kick","enabled":false,"signIn":true,"pausedUntil":null,"breaker":"CLOSED",
              "overdueSeconds":0,"live":0,"retrying":0,"broken":0,"ending":0}]""";
    private static final String LINKS = """
            {"connections":[{"id":"7b0e6f3e-0000-4000-8000-000000000001","streamerId":"7b0e6f3e-0000-4000-8000-000000000002",
              "streamer":"Luna","platform":"twitch","accountId":"1","account":"luna_live","state":"LIVE","reason":null,
              "scopes":[],"linkedAt":"2026-11-23T08:00:00Z","grantedAt":"2026-11-23T08:00:00Z","refreshedAt":null,
              "expiresAt":"2026-11-23T12:00:00Z","refreshDue":null,"grantEnds":null,"failures":0}],"page":0,"more":false}""";
    private static final String SERVERS = """
            [{"id":1,"name":"Homelab Community","activeThreads":12,"limit":1000,"queued":0}]""";

    private static final String LINE = """
            {"id":"%s","number":7,"server":"Homelab Community","type":"Bug Reports","title":"<b>It broke</b>","opener":"Mia",
             "state":"OPEN","priority":"NORMAL","waitingFor":"STAFF","handler":null,"parked":false,
             "openedAt":"2026-11-23T08:00:00Z","activeAt":"2026-11-23T08:00:00Z","closedAt":null,
             "firstResponseDue":null}""".formatted(TICKET_ID);
    private static final String FOUND = """
            {"tickets":[%s],"page":0,"more":false}""".formatted(LINE);
    private static final String TICKET = """
            {"ticket":%s,"threadUrl":null,"answers":[{"question":"What?","text":"It broke."}],"closeReason":null,"rating":null,
             "ratingComment":null,"conversation":[{"at":"2026-11-23T08:00:00Z","author":"Mia","kind":"MEMBER","note":false,
              "text":"It broke.","edited":false,"deleted":false,"files":[]}],"done":[]}""".formatted(LINE);
    private static final String FIGURES = """
            {"all":{"name":"","opened":1,"closed":0,"firstResponseSeconds":null,"resolutionSeconds":null,"rating":null,
             "onTime":null},"byType":[],"byStaff":[]}""";

    private static final String TYPES = """
            [{"id":1,"name":"Bug Reports","emoji":"🐛","place":1,"retired":false,"staffRoleIds":[],"priority":"NORMAL",
              "openAtOnce":0,"perHour":0,"cooldownMinutes":0,"firstResponseMinutes":0,"staleWarnHours":0,"staleCloseHours":0,
              "hours":null,"questions":[
                {"key":"what","kind":"SHORT_TEXT","label":"What is it?","hint":"","required":true,"longest":100,"options":[]},
                {"key":"where","kind":"MENU","label":"Where?","hint":"","required":true,"longest":1,"options":[
                  {"label":"Here","raises":"HIGH","routesTo":null},{"label":"There","raises":null,"routesTo":2}]}]},
             {"id":2,"name":"Appeals","emoji":"⚖️","place":2,"retired":false,"staffRoleIds":[],"priority":"NORMAL",
              "openAtOnce":0,"perHour":0,"cooldownMinutes":0,"firstResponseMinutes":0,"staleWarnHours":0,"staleCloseHours":0,
              "hours":null,"questions":[]}]""";

    private final List<String> changedTypes = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean ready = true;

    public BotDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/readyz", exchange -> answer(exchange, ready ? 200 : 503, ready ? "{}" : NOT_READY));
        server.createContext("/internal/v1/tickets/overview", exchange -> guarded(exchange, TICKETS));
        server.createContext("/internal/v1/tickets", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/internal/v1/tickets")) {
                guarded(exchange, FOUND);
            } else {
                answer(exchange, 404, "{}");
            }
        });
        server.createContext("/internal/v1/tickets/" + TICKET_ID, exchange -> guarded(exchange, TICKET));
        server.createContext("/internal/v1/tickets/statistics", exchange -> guarded(exchange, FIGURES));
        server.createContext("/internal/v1/servers", exchange -> guarded(exchange, SERVERS));
        server.createContext("/internal/v1/servers/1/doctor", exchange -> guarded(exchange, "[]"));
        server.createContext("/internal/v1/ticket-types", exchange -> guarded(exchange, TYPES));
        server.createContext("/internal/v1/ticket-types/1", this::changeType);
        server.createContext("/internal/v1/connections", exchange -> guarded(exchange, LINKS));
        server.createContext("/internal/v1/connections/platforms", exchange -> guarded(exchange, PLATFORMS));
        server.createContext("/internal/v1/connections/overview", exchange -> guarded(exchange, CONNECTIONS));
        server.start();
    }

    /** Makes a dashboard under test ask it, with an admin whose password is {@link #ADMIN_PASSWORD}, and looks every second. */
    public void join(DynamicPropertyRegistry registry) {
        registry.add("homelab.bots.discord-bot-url", this::url);
        registry.add("homelab.bots.stream-bot-url", this::url);
        registry.add("homelab.bots.token", () -> TOKEN);
        registry.add("homelab.admin.password", () -> ADMIN_PASSWORD);
        registry.add("homelab.checks.every", () -> "1s");
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void ready(boolean nowReady) {
        this.ready = nowReady;
    }

    /** What was asked to become of the first type, in order. */
    public List<String> changedTypes() {
        return changedTypes;
    }

    private void changeType(HttpExchange exchange) throws IOException {
        String wanted = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (wanted.contains("Nowhere/Atlantis")) {
            answer(exchange, 400, "{\"detail\":\"Nowhere/Atlantis is no time zone.\"}");
        } else {
            changedTypes.add(wanted);
            guarded(exchange, wanted);
        }
    }

    private static void guarded(HttpExchange exchange, String body) throws IOException {
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, known ? 200 : 401, known ? body : "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
