package dev.homelab.local.discord.contract;

import dev.homelab.local.discord.rest.Witness;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds exchanges and gateway events against Discord's OpenAPI description and remembers each mismatch. */
public final class OpenApiContract implements Witness {

    private static final Logger LOG = LoggerFactory.getLogger(OpenApiContract.class);

    private final @Nullable OpenApi api;
    private final Set<String> mismatches = new LinkedHashSet<>();

    private OpenApiContract(@Nullable OpenApi api) {
        this.api = api;
    }

    /** The contract with the description that lies beside the project; without one, nothing is checked. */
    public static OpenApiContract find() {
        Path file = OpenApi.locate();
        if (file == null) {
            LOG.info("Discord's OpenAPI description is not there: exchanges are not held against it");
        }
        return new OpenApiContract(file == null ? null : OpenApi.of(file));
    }

    /** Checks nothing. */
    public static OpenApiContract off() {
        return new OpenApiContract(null);
    }

    /** What did not fit so far. */
    public synchronized List<String> mismatches() {
        return List.copyOf(mismatches);
    }

    private synchronized void add(String where, List<String> faults) {
        faults.stream()
                .filter(fault -> !KnownDeviations.covers(where, fault))
                .forEach(fault -> mismatches.add(where + ": " + fault));
    }

    @Override
    public boolean knows(String method, String path) {
        return api != null && api.knows(method, path);
    }

    @Override
    public void exchange(
            String method,
            String route,
            Map<String, List<String>> query,
            @Nullable JsonNode request,
            int status,
            @Nullable JsonNode answer) {
        if (api == null || status >= 500) {
            return;
        }
        String name = method + " " + route;
        OpenApi.Operation operation = api.operation(method, route);
        if (operation == null) {
            add(name, List.of("Discord has no such route"));
            return;
        }
        if (status < 400) {
            query.keySet().stream()
                    .filter(parameter -> !operation.query().contains(parameter))
                    .forEach(parameter -> add(name, List.of("Discord knows no query parameter " + parameter)));
            if (request != null) {
                add(name + " request", api.check(operation.requestSchema(), request));
            }
        }
        if (answer != null) {
            add(name + " answer " + status, api.check(operation.answerSchema(status), answer));
        } else if (!operation.mayBeEmpty()) {
            add(name, List.of("Discord does not answer with nothing"));
        }
    }

    /** Checks the objects inside a gateway event. */
    public void event(String type, ObjectNode data) {
        if (api != null) {
            EventObjects.of(type, data)
                    .forEach((path, object) ->
                            add("event " + type + " " + path, api.check(object.schema(), object.json())));
        }
    }
}
