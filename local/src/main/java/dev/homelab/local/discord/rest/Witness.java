package dev.homelab.local.discord.rest;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks at every exchange, to hold it against a contract. */
public interface Witness {

    /** Whether Discord has such a route at all. */
    boolean knows(String method, String path);

    void exchange(
            String method,
            String route,
            Map<String, List<String>> query,
            @Nullable JsonNode request,
            int status,
            @Nullable JsonNode answer);
}
