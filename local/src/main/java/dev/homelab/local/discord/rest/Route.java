package dev.homelab.local.discord.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One of Discord's routes, and what answers it. */
record Route(String method, String path, Auth auth, int status, Handler handler) {

    /** What a route wants to see in the Authorization header. */
    enum Auth {
        BOT,
        BOT_OR_BEARER,
        BEARER,
        NONE
    }

    /** Answers a call; null makes a 204. */
    interface Handler {
        @Nullable
        JsonNode answer(Call call);
    }

    boolean counted() {
        return auth != Auth.NONE;
    }

    boolean startsThread() {
        return method.equals("POST") && path.endsWith("/threads");
    }

    /** The values of the path's names, or null when the path is another's. */
    @Nullable
    Map<String, String> match(List<String> steps) {
        List<String> own = steps(path);
        if (own.size() != steps.size()) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < own.size(); i++) {
            String step = own.get(i);
            if (step.startsWith("{")) {
                values.put(step.substring(1, step.length() - 1), steps.get(i));
            } else if (!step.equals(steps.get(i))) {
                return null;
            }
        }
        return values;
    }

    static List<String> steps(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
