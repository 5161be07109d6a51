package dev.homelab.local.discord.gateway;

import dev.homelab.local.discord.world.DiscordException;
import dev.homelab.local.discord.world.Event;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.World;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The WebSocket at {@code /gateway}: connections, the sessions behind them, and what goes wrong on purpose. */
public final class Gateway {

    private static final int LONGEST = 4096;
    private static final int LEFT_SESSIONS = 4;

    static final int RECONNECT = 7;
    static final int INVALID_SESSION = 9;

    private static final Duration HEARTBEAT = Duration.ofMillis(41_250);
    private final World world;
    private final String botToken;
    private final BiConsumer<String, ObjectNode> witness;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger identifies = new AtomicInteger();
    private final AtomicInteger resumes = new AtomicInteger();
    private volatile String url = "";
    private volatile boolean frozen;
    private volatile String freezesAt = "";

    /** {@code witness} is told the name and the data of each event that is sent. */
    public Gateway(World world, String botToken, BiConsumer<String, ObjectNode> witness) {
        this.world = world;
        this.botToken = botToken;
        this.witness = witness;
        world.listen(this::dispatch);
    }

    public void url(String address) {
        this.url = address;
    }

    public String url() {
        return url;
    }

    /** Wires the handlers of one WebSocket route. */
    public void configure(WsConfig ws) {
        ws.onConnect(context -> {
            String version = context.queryParam("v");
            if (version != null && !version.equals("10")) {
                context.closeSession(4012, "Invalid API version.");
                return;
            }
            Connection connection = new Connection(this, context, context.queryParam("compress") != null);
            connections.put(context.sessionId(), connection);
            // The server's own limit is shorter than the time between two heartbeats.
            context.session.setIdleTimeout(HEARTBEAT.multipliedBy(2));
            connection.hello(HEARTBEAT);
        });
        ws.onMessage(context -> receive(context, context.message()));
        ws.onClose(context -> connections.remove(context.sessionId()));
        ws.onError(context -> connections.remove(context.sessionId()));
    }

    private void receive(WsContext context, String text) {
        Connection connection = connections.get(context.sessionId());
        if (connection == null || frozen) {
            return;
        }
        try {
            if (text.length() <= LONGEST && Json.read(text) instanceof ObjectNode payload) {
                world.locked(() -> connection.receive(payload));
                return;
            }
        } catch (DiscordException e) {
            return; // Discord is silent about servers and people that it does not know.
        } catch (JacksonException e) {
            // Falls through to the close code for what cannot be read.
        }
        connection.close(4002, "Error while decoding payload.");
    }

    private void dispatch(Event event) {
        boolean present = event.guildId() == 0 || world.guild(event.guildId()).member(world.botId()) != null;
        if (event.forBot() && present) {
            if (event.type().equals(freezesAt)) {
                freeze();
            }
            sessions.values().forEach(session -> session.hear(event));
        }
    }

    World world() {
        return world;
    }

    boolean isToken(String token) {
        return token.equals(botToken) || token.equals("Bot " + botToken);
    }

    boolean isFrozen() {
        return frozen;
    }

    void sent(String event, ObjectNode data) {
        witness.accept(event, data);
    }

    void opened(Session session) {
        identifies.incrementAndGet();
        List<Session> left = sessions.values().stream()
                .filter(known -> !known.isConnected())
                .sorted(Comparator.comparingInt(Session::number))
                .toList();
        left.stream().limit(Math.max(0, left.size() - LEFT_SESSIONS)).forEach(this::forget);
        sessions.put(session.id(), session);
    }

    void resumed() {
        resumes.incrementAndGet();
    }

    private void forget(Session session) {
        sessions.remove(session.id());
    }

    Map<String, Session> sessions() {
        return sessions;
    }

    /** How many sessions were begun with IDENTIFY. */
    public int identifies() {
        return identifies.get();
    }

    /** How many were taken up again with RESUME. */
    public int resumes() {
        return resumes.get();
    }

    /** Whether a bot is connected and past READY. */
    public boolean isConnected() {
        return sessions.values().stream().anyMatch(Session::isConnected);
    }

    /** Closes every connection without a reason; sessions can be resumed. */
    public void drop() {
        current().forEach(connection -> connection.close(4000, "Unknown error."));
    }

    /** Answers and sends nothing until {@link #thaw()}; what happens meanwhile is sent then. */
    public void freeze() {
        frozen = true;
    }

    /** Freezes before the next event of that type, which Discord may send after it has answered the call that caused it. */
    public void freezeAt(String event) {
        freezesAt = event;
    }

    public void thaw() {
        world.locked(() -> {
            freezesAt = "";
            frozen = false;
            sessions.values().forEach(Session::flush);
        });
    }

    /** Ends every session; with {@code resumable} the bot may try to resume first. */
    public void invalidate(boolean resumable) {
        world.locked(() -> {
            if (!resumable) {
                sessions.clear();
            }
            ObjectNode payload = Json.object().put("op", INVALID_SESSION).put("d", resumable);
            current().forEach(connection -> connection.send(payload));
        });
    }

    /** Asks every connection to come back (op 7). */
    public void reconnect() {
        ObjectNode payload = Json.object().put("op", RECONNECT).putNull("d");
        current().forEach(connection -> connection.send(payload));
    }

    private List<Connection> current() {
        return List.copyOf(connections.values());
    }
}
