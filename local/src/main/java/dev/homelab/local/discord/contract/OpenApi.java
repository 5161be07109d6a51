package dev.homelab.local.discord.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.homelab.local.discord.world.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Discord's description, read once in a process; a schema is compiled when it is first needed. */
final class OpenApi {

    private static final String ID = "https://discord.example/openapi.json";
    private static final Map<Path, OpenApi> READ = new ConcurrentHashMap<>();

    private final ObjectNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private OpenApi(ObjectNode document) {
        this.document = document;
        Corrections.apply((ObjectNode) document.path("components").path("schemas"));
        hoist();
        String text = Json.MAPPER.writeValueAsString(document);
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ID, text)));
    }

    record Operation(String id, Set<String> query, boolean mayBeEmpty) {

        String requestSchema() {
            return "request " + id;
        }

        String answerSchema(int status) {
            return status >= 400 ? "ErrorResponse" : "answer " + id + " " + status;
        }
    }

    static OpenApi of(Path file) {
        return READ.computeIfAbsent(file, OpenApi::read);
    }

    private static OpenApi read(Path file) {
        try {
            return new OpenApi((ObjectNode) Json.read(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file beside the project, looked for from the build's root or the working directory upwards. */
    static @Nullable Path locate() {
        Path start = Path.of(System.getProperty("homelab.root", System.getProperty("user.dir", ".")));
        for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared").resolve("discord").resolve("openapi.json");
            if (Files.isReadable(file)) {
                return file;
            }
        }
        return null;
    }

    /** Gives the schemas inside operations a name among the components, so that all are found in the same way. */
    private void hoist() {
        ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                String id = operation.path("operationId").asString("");
                name(schemas, "request " + id, operation.path("requestBody"));
                operation
                        .path("responses")
                        .properties()
                        .forEach(entry -> name(schemas, "answer " + id + " " + entry.getKey(), entry.getValue()));
            }
        }
    }

    private static void name(ObjectNode schemas, String name, JsonNode holder) {
        JsonNode schema = holder.path("content").path("application/json").path("schema");
        if (schema.isObject()) {
            schemas.set(name.replace(' ', '_'), schema);
        }
    }

    boolean knows(String method, String path) {
        List<String> steps = List.of(path.split("/", -1));
        return document.path("paths").properties().stream().anyMatch(entry -> {
            List<String> own = List.of(entry.getKey().split("/", -1));
            boolean same = own.size() == steps.size();
            for (int i = 0; same && i < own.size(); i++) {
                same = own.get(i).startsWith("{") || own.get(i).equals(steps.get(i));
            }
            return same && entry.getValue().has(method.toLowerCase(java.util.Locale.ROOT));
        });
    }

    @Nullable
    Operation operation(String method, String route) {
        JsonNode operation = document.path("paths").path(route).path(method.toLowerCase(java.util.Locale.ROOT));
        if (operation.isMissingNode()) {
            return null;
        }
        Set<String> query = new HashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            query.add(parameter.path("name").asString());
        }
        boolean empty = operation.path("responses").has("204");
        return new Operation(operation.path("operationId").asString(), query, empty);
    }

    /** What does not fit the schema of that name; a name that is not there fits nothing. */
    List<String> check(String name, JsonNode json) {
        String key = name.replace(' ', '_');
        if (!document.path("components").path("schemas").has(key)) {
            return List.of("nothing is described as " + name);
        }
        Schema schema = compiled.computeIfAbsent(
                key, missing -> registry.getSchema(SchemaLocation.of(ID + "#/components/schemas/" + key)));
        return schema.validate(json).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .limit(12)
                .toList();
    }
}
