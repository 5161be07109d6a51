package dev.homelab.local.discord.gateway;

import dev.homelab.local.discord.world.Event;
import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.GuildJson;
import dev.homelab.local.discord.world.Intents;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.MessageJson;
import dev.homelab.local.discord.world.World;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot hears, numbered and kept so that it can be replayed; used with the world's lock held. */
final class Session {

    private static final int DISPATCH = 0;
    private static final int KEPT = 10_000;

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final Gateway gateway;
    private final int number;
    private final int intents;
    private final int shard;
    private final int shards;
    private final ArrayDeque<ObjectNode> kept = new ArrayDeque<>();
    private int sequence;
    private final ArrayDeque<ObjectNode> waiting = new ArrayDeque<>();
    private volatile @Nullable Connection connection;

    Session(Gateway gateway, int number, int intents, int shard, int shards) {
        this.gateway = gateway;
        this.number = number;
        this.intents = intents;
        this.shard = shard;
        this.shards = shards;
    }

    String id() {
        return id;
    }

    /** Rises with each session. */
    int number() {
        return number;
    }

    boolean isConnected() {
        Connection current = connection;
        return current != null && current.isOpen();
    }

    void left(Connection old) {
        if (connection == old) {
            connection = null;
        }
    }

    void begin(Connection fresh) {
        connection = fresh;
        World world = gateway.world();
        List<Guild> guilds = world.guilds().of(world.botId()).stream()
                .filter(guild -> isOurs(guild.id()))
                .toList();
        send("READY", ready(world, guilds));
        boolean members = (intents & Intents.GUILD_MEMBERS) != 0;
        guilds.forEach(guild -> send("GUILD_CREATE", GuildJson.created(world, guild, members)));
    }

    private ObjectNode ready(World world, List<Guild> guilds) {
        ObjectNode json = Json.object()
                .put("v", 10)
                .put("session_id", id)
                .put("session_type", "normal")
                .put("resume_gateway_url", gateway.url());
        json.set(
                "user",
                GuildJson.user(world.user(world.botId()))
                        .put("verified", true)
                        .put("mfa_enabled", false)
                        .putNull("email"));
        ArrayNode unavailable = json.putArray("guilds");
        guilds.forEach(guild ->
                unavailable.addObject().put("id", Long.toString(guild.id())).put("unavailable", true));
        json.putArray("private_channels");
        json.putArray("shard").add(shard).add(shards);
        json.putObject("application").put("id", Long.toString(world.botId())).put("flags", 0);
        return json;
    }

    private boolean isOurs(long guildId) {
        return guildId == 0 ? shard == 0 : (guildId >>> 22) % shards == shard;
    }

    void hear(Event event) {
        if (!isOurs(event.guildId()) || (event.intents() != 0 && (event.intents() & intents) == 0)) {
            return;
        }
        boolean blank = event.privileged() && (intents & Intents.MESSAGE_CONTENT) == 0;
        ObjectNode data = event.data().deepCopy();
        send(event.type(), blank ? MessageJson.withoutContent(data) : data);
    }

    void send(String type, ObjectNode data) {
        gateway.sent(type, data);
        ObjectNode payload = Json.object().put("op", DISPATCH).put("t", type).put("s", ++sequence);
        payload.set("d", data);
        kept.add(payload);
        if (isConnected()) {
            waiting.add(payload);
        }
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        flush();
    }

    /** Sends what is waiting. */
    void flush() {
        Connection current = connection;
        if (current == null || !current.isOpen() || gateway.isFrozen()) {
            return;
        }
        while (!waiting.isEmpty()) {
            current.send(waiting.removeFirst());
        }
    }

    /** Whether everything after {@code seen} is still kept. */
    boolean knows(int seen) {
        return seen >= 0
                && seen <= sequence
                && (kept.isEmpty() || kept.getFirst().path("s").asInt() <= seen + 1);
    }

    void resume(Connection fresh, int seen) {
        connection = fresh;
        waiting.clear();
        kept.stream().filter(payload -> payload.path("s").asInt() > seen).forEach(waiting::add);
        flush();
        send("RESUMED", Json.object());
    }
}
