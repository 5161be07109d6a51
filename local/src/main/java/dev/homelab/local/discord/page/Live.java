package dev.homelab.local.discord.page;

import dev.homelab.local.discord.world.Event;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.World;
import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tells open pages, by server-sent events, which channel looks different now; they ask for the rest themselves. */
final class Live {

    private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("discord-simulator-live").factory());

    Live(World world) {
        world.listen(this::tell);
    }

    void connect(SseClient client) {
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        client.sendEvent("hello", "{}");
    }

    private void tell(Event event) {
        if (clients.isEmpty()) {
            return;
        }
        String json = Json.object()
                .put("type", event.type())
                .put("guild", Long.toString(event.guildId()))
                .put("channel", Long.toString(event.channelId()))
                .toString();
        sender.execute(() -> clients.forEach(client -> client.sendEvent("change", json)));
    }
}
