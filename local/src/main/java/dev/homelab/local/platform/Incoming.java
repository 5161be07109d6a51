package dev.homelab.local.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as the platforms see it; a form's parameters count only where its type says that it is one. */
record Incoming(
        String method, String path, Parameters query, Parameters form, Map<String, String> headers, String body) {

    Incoming {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    Incoming withAnotherSecret() {
        var other = new LinkedHashMap<>(form.values());
        other.put("client_secret", List.of("another"));
        return new Incoming(method, path, query, new Parameters(other), headers, body);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The token of an {@code Authorization} header of the scheme, or null. */
    @Nullable
    String authorization(String scheme) {
        String[] words = header("Authorization").split(" ", 2);
        return words.length == 2 && words[0].equalsIgnoreCase(scheme) ? words[1].strip() : null;
    }

    /** The id and secret of HTTP Basic, or null. */
    @Nullable
    Client basic() {
        String encoded = authorization("Basic");
        if (encoded == null) {
            return null;
        }
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? new Client(pair[0], pair[1]) : null;
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }
}
