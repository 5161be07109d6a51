package dev.homelab.local.discord.world;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tree of what is wrong in a request; a path is the way to the field, joined by dots. */
final class FormErrors {

    private final ObjectNode tree = Json.object();

    void add(String path, String code, String message) {
        ObjectNode node = tree;
        for (String step : path.split("\\.", -1)) {
            node = node.get(step) instanceof ObjectNode child ? child : node.putObject(step);
        }
        ArrayNode errors = node.get("_errors") instanceof ArrayNode there ? there : node.putArray("_errors");
        errors.addObject().put("code", code).put("message", message);
    }

    void required(String path) {
        add(path, "BASE_TYPE_REQUIRED", "This field is required");
    }

    void length(String path, String text, int min, int max) {
        int length = text.codePointCount(0, text.length());
        if (length > max && min == 0) {
            add(path, "BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
        } else if (length < min || length > max) {
            add(path, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
        }
    }

    @Nullable
    Long snowflake(String path, JsonNode value) {
        try {
            return Long.parseLong(value.asString(""));
        } catch (NumberFormatException e) {
            add(path, "NUMBER_TYPE_COERCE", "Value \"" + value.asString("") + "\" is not snowflake.");
            return null;
        }
    }

    void refuse() {
        if (!tree.isEmpty()) {
            throw refusal();
        }
    }

    DiscordException refusal() {
        prune(tree);
        return DiscordError.invalidForm(tree).exception();
    }

    /** A field has errors of its own or errors below it, never both; those below say more. */
    private static void prune(ObjectNode node) {
        if (node.size() > 1) {
            node.remove("_errors");
        }
        node.values().forEach(child -> {
            if (child instanceof ObjectNode object) {
                prune(object);
            }
        });
    }
}
