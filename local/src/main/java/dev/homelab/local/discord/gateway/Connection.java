package dev.homelab.local.discord.gateway;

import dev.homelab.local.discord.world.Guild;
import dev.homelab.local.discord.world.GuildJson;
import dev.homelab.local.discord.world.Intents;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Member;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One WebSocket connection of a bot. */
final class Connection {

    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int PRESENCE = 3;
    private static final int VOICE_STATE = 4;
    private static final int RESUME = 6;
    private static final int REQUEST_MEMBERS = 8;
    private static final int HELLO = 10;
    private static final int HEARTBEAT_ACK = 11;

    private final Gateway gateway;
    private final WsContext context;
    private final @Nullable ZlibStream zlib;
    private @Nullable Session session;

    Connection(Gateway gateway, WsContext context, boolean compressed) {
        this.gateway = gateway;
        this.context = context;
        this.zlib = compressed ? new ZlibStream() : null;
    }

    void hello(Duration heartbeat) {
        ObjectNode payload = Json.object().put("op", HELLO);
        payload.putObject("d").put("heartbeat_interval", heartbeat.toMillis());
        send(payload);
    }

    void receive(ObjectNode payload) {
        JsonNode data = payload.path("d");
        int op = payload.path("op").asInt(-1);
        switch (op) {
            case HEARTBEAT -> send(Json.object().put("op", HEARTBEAT_ACK));
            case IDENTIFY -> identify(data);
            case RESUME -> resume(data);
            case PRESENCE -> identified();
            case VOICE_STATE -> close(4001, "the simulator does not know voice");
            case REQUEST_MEMBERS -> members(data);
            default -> close(4001, "the simulator does not know gateway op " + op);
        }
    }

    private boolean identified() {
        if (session == null) {
            close(4003, "Not authenticated.");
        }
        return session != null;
    }

    private void identify(JsonNode data) {
        int intents = data.path("intents").asInt(0);
        JsonNode shard = data.path("shard");
        int count = shard.path(1).asInt(1);
        if (session != null) {
            close(4005, "Already authenticated.");
        } else if (!gateway.isToken(data.path("token").asString(""))) {
            close(4004, "Authentication failed.");
        } else if (!data.has("intents") || intents < 0 || intents >= 1 << 27) {
            close(4013, "Invalid intent(s).");
        } else if ((intents & Intents.PRIVILEGED & ~gateway.world().rules().privilegedIntents()) != 0) {
            close(4014, "Disallowed intent(s).");
        } else if (count < 1 || shard.path(0).asInt(0) < 0 || shard.path(0).asInt(0) >= count) {
            close(4010, "Invalid shard.");
        } else {
            session = new Session(
                    gateway, gateway.identifies(), intents, shard.path(0).asInt(0), count);
            gateway.opened(session);
            session.begin(this);
        }
    }

    private void resume(JsonNode data) {
        Session known = gateway.sessions().get(data.path("session_id").asString(""));
        if (!gateway.isToken(data.path("token").asString(""))) {
            close(4004, "Authentication failed.");
        } else if (known == null || !known.knows(data.path("seq").asInt(-1))) {
            send(Json.object().put("op", Gateway.INVALID_SESSION).put("d", false));
        } else {
            session = known;
            gateway.resumed();
            known.resume(this, data.path("seq").asInt());
        }
    }

    private void members(JsonNode data) {
        if (!identified()) {
            return;
        }
        JsonNode ids = data.path("user_ids");
        List<String> wanted = ids.isArray()
                ? ids.valueStream().map(JsonNode::asString).toList()
                : ids.isMissingNode() ? List.of() : List.of(ids.asString());
        String start = data.path("query").asString("");
        Guild guild = gateway.world().guild(data.path("guild_id").asLong());
        ObjectNode chunk = Json.object()
                .put("guild_id", Long.toString(guild.id()))
                .put("chunk_index", 0)
                .put("chunk_count", 1);
        if (data.hasNonNull("nonce")) {
            chunk.put("nonce", data.path("nonce").asString());
        }
        ArrayNode members = chunk.putArray("members");
        guild.members().stream()
                .filter(member -> wants(member, wanted, start))
                .forEach(member -> members.add(GuildJson.member(gateway.world(), member)));
        chunk.putArray("not_found");
        java.util.Objects.requireNonNull(session).send("GUILD_MEMBERS_CHUNK", chunk);
    }

    private boolean wants(Member member, List<String> ids, String start) {
        return ids.isEmpty()
                ? gateway.world().user(member.userId()).name().startsWith(start)
                : ids.contains(Long.toString(member.userId()));
    }

    void send(ObjectNode payload) {
        if (gateway.isFrozen() || !context.session.isOpen()) {
            return;
        }
        String text = Json.MAPPER.writeValueAsString(payload);
        if (zlib == null) {
            context.send(text);
        } else {
            context.send(ByteBuffer.wrap(zlib.compress(text)));
        }
    }

    boolean isOpen() {
        return context.session.isOpen();
    }

    void close(int code, String reason) {
        if (session != null) {
            session.left(this);
        }
        context.closeSession(code, reason);
    }
}
