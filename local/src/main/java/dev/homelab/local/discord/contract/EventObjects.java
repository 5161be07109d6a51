package dev.homelab.local.discord.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Which parts of a gateway event are objects that the OpenAPI description names. */
final class EventObjects {

    private static final String MEMBER = "GuildMemberResponse";
    private static final String MESSAGE = "MessageResponse";

    record Part(String schema, JsonNode json) {}

    private final Map<String, Part> parts = new LinkedHashMap<>();

    private EventObjects() {}

    static Map<String, Part> of(String type, JsonNode data) {
        EventObjects objects = new EventObjects();
        objects.collect(type, data);
        return objects.parts;
    }

    private void collect(String type, JsonNode data) {
        switch (type) {
            case "GUILD_CREATE" -> {
                put("", "GuildResponse", data);
                each("channels", "GuildChannelResponse", data.path("channels"));
                each("threads", "ThreadResponse", data.path("threads"));
                each("members", MEMBER, data.path("members"));
            }
            case "CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE" -> put("", "GuildChannelResponse", data);
            case "THREAD_CREATE", "THREAD_UPDATE" -> put("", "ThreadResponse", data);
            case "MESSAGE_CREATE", "MESSAGE_UPDATE" -> put("", MESSAGE, data);
            case "GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE" -> put("", MEMBER, data);
            case "GUILD_MEMBERS_CHUNK" -> each("members", MEMBER, data.path("members"));
            case "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE" -> put("role", "GuildRoleResponse", data.path("role"));
            case "THREAD_MEMBERS_UPDATE" -> each("added_members", "ThreadMemberResponse", data.path("added_members"));
            case "INTERACTION_CREATE" -> interaction(data);
            default -> {}
        }
    }

    private void interaction(JsonNode data) {
        put("member", MEMBER, data.path("member"));
        put("user", "UserResponse", data.path("user"));
        put("message", MESSAGE, data.path("message"));
        JsonNode resolved = data.path("data").path("resolved");
        each("users", "UserResponse", resolved.path("users"));
        each("roles", "GuildRoleResponse", resolved.path("roles"));
        each("messages", MESSAGE, resolved.path("messages"));
        each("attachments", "MessageAttachmentResponse", resolved.path("attachments"));
    }

    private void put(String path, String schema, JsonNode json) {
        if (json.isObject()) {
            parts.put(path, new Part(schema, json));
        }
    }

    private void each(String path, String schema, JsonNode list) {
        int index = 0;
        for (JsonNode json : list) {
            put(path + "." + index++, schema, json);
        }
    }
}
