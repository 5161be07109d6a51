package dev.homelab.local.discord;

import dev.homelab.local.discord.world.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A gateway client without manners: it sends what it is told and keeps what it hears. */
final class RawGateway implements WebSocket.Listener {

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    RawGateway(DiscordSimulator simulator, String query) {
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(simulator.gatewayUrl() + query), this)
                .join();
    }

    static String identify(String token, String more) {
        return "{\"op\":2,\"d\":{\"token\":\"" + token + "\",\"properties\":{}," + more + "}}";
    }

    RawGateway send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    /** The next payload of that op and, if given, of that event. */
    JsonNode next(int op, @Nullable String event) throws InterruptedException {
        while (true) {
            JsonNode payload = heard.poll(10, TimeUnit.SECONDS);
            if (payload == null) {
                throw new AssertionError("nothing of op " + op + " was heard");
            }
            if (payload.path("op").asInt() == op
                    && (event == null || payload.path("t").asString("").equals(event))) {
                return payload.path("d");
            }
        }
    }

    int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(Json.read(part.toString()));
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }
}
