package dev.homelab.local.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes back to the client. */
record Answer(int status, String contentType, Map<String, String> headers, String body) {

    static Answer json(int status, Object body) {
        return new Answer(status, "application/json", Map.of("Cache-Control", "no-store"), Json.write(body));
    }

    static Answer json(int status, String name, @Nullable Object value, @Nullable Object... more) {
        var object = Json.object(name, value);
        object.putAll(Json.object(more));
        return json(status, object);
    }

    static Answer html(int status, String page) {
        return new Answer(status, "text/html; charset=utf-8", Map.of("Cache-Control", "no-store"), page);
    }

    static Answer redirect(int status, String location) {
        return new Answer(status, "text/plain", Map.of("Location", location, "Cache-Control", "no-store"), "");
    }

    static Answer empty(int status) {
        return new Answer(status, "text/plain", Map.of(), "");
    }

    Answer withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, more, body);
    }

    Answer withContentType(String type) {
        return new Answer(status, type, headers, body);
    }

    Answer withBody(String changed) {
        return new Answer(status, contentType, headers, changed);
    }
}
