package dev.homelab.local.discord.contract;

import dev.homelab.local.discord.world.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where Discord's description is wrong about Discord's own answers, it is put right before anything is held against it. */
final class Corrections {

    private final ObjectNode schemas;

    private Corrections(ObjectNode schemas) {
        this.schemas = schemas;
    }

    static void apply(ObjectNode schemas) {
        Corrections corrections = new Corrections(schemas);
        corrections.wordsAsCodesOfFieldErrors();
        corrections.alsoAnswers("CreateMessageInteractionCallbackResponse", 5);
        corrections.alsoAnswers("UpdateMessageInteractionCallbackResponse", 6);
    }

    /** Discord's documentation, and Discord, have words such as BASE_TYPE_REQUIRED; the description wants numbers. */
    private void wordsAsCodesOfFieldErrors() {
        ObjectNode error = Json.object().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = error.putObject("properties");
        properties.putObject("code").put("type", "string").put("pattern", "^[A-Z][A-Z0-9_]+$");
        properties.putObject("message").put("type", "string");
        error.putArray("required").add("code").add("message");
        if (schemas.at("/InnerErrors/properties/_errors") instanceof ObjectNode list) {
            list.set("items", error);
        }
    }

    /** A deferral is answered with its own type and the message that it made or keeps; the description leaves it out. */
    private void alsoAnswers(String schema, int type) {
        if (schemas.at("/" + schema + "/properties/type/enum") instanceof ArrayNode types) {
            types.add(type);
        }
    }
}
