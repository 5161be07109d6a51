package dev.homelab.local.discord.world;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a modal that a bot wants to show: legacy text inputs in rows, and labels with every kind of question. */
final class ModalForm {

    static final int ACTION_ROW = 1;
    static final int TEXT_INPUT = 4;
    static final int TEXT_DISPLAY = 10;
    static final int LABEL = 18;
    static final int FILE_UPLOAD = 19;
    static final int RADIO_GROUP = 21;
    static final int CHECKBOX_GROUP = 22;
    static final int CHECKBOX = 23;

    private final FormErrors errors;
    private final Controls controls;

    private ModalForm(FormErrors errors) {
        this.errors = errors;
        this.controls = new Controls(errors, new HashSet<>());
    }

    /** The modal as the person sees it; refuses what Discord would refuse. */
    static ObjectNode read(ObjectNode data) {
        Form form = new Form(data);
        ModalForm modal = new ModalForm(form.errors());
        ObjectNode shown = Json.object()
                .put("custom_id", form.requiredText("custom_id", 1, 100))
                .put("title", form.requiredText("title", 1, 45));
        ArrayNode list = form.list("components", 5);
        if (list == null || list.isEmpty()) {
            form.errors().add("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
        } else {
            modal.top(list, shown.putArray("components"));
        }
        form.finish();
        return shown;
    }

    private void top(ArrayNode list, ArrayNode shown) {
        for (int i = 0; i < list.size(); i++) {
            String path = "components." + i;
            if (!(list.get(i) instanceof ObjectNode given)) {
                continue;
            }
            ObjectNode target = shown.addObject().put("type", given.path("type").asInt());
            switch (given.path("type").asInt()) {
                case ACTION_ROW -> row(given, target, path);
                case LABEL -> label(given, target, path);
                case TEXT_DISPLAY -> target.put("content", given.path("content").asString(""));
                default ->
                    errors.add(
                            path + ".type",
                            "UNION_TYPE_CHOICES",
                            "Value of field \"type\" must be one of (1, 10, 18).");
            }
        }
    }

    private void row(ObjectNode given, ObjectNode shown, String path) {
        JsonNode inner = given.path("components").path(0);
        if (!(inner instanceof ObjectNode input)
                || input.path("type").asInt() != TEXT_INPUT
                || given.path("components").size() != 1) {
            errors.add(path + ".components", "BASE_TYPE_BAD_LENGTH", "Must be 1 text input.");
            return;
        }
        errors.length(path + ".components.0.label", input.path("label").asString(""), 1, 45);
        ObjectNode target = shown.putArray("components").addObject();
        question(input, target, path + ".components.0");
        target.put("label", input.path("label").asString(""));
    }

    private void label(ObjectNode given, ObjectNode shown, String path) {
        errors.length(path + ".label", given.path("label").asString(""), 1, 45);
        Controls.copy(given, shown, "label", "description");
        if (given.hasNonNull("description")) {
            errors.length(path + ".description", given.path("description").asString(), 1, 100);
        }
        if (given.get("component") instanceof ObjectNode component) {
            question(component, shown.putObject("component"), path + ".component");
        } else {
            errors.required(path + ".component");
        }
    }

    private void question(ObjectNode given, ObjectNode shown, String path) {
        int type = given.path("type").asInt();
        shown.put("type", type);
        if (Controls.SELECTS.contains(type)) {
            controls.select(given, shown, path);
            return;
        }
        controls.customId(given, shown, path);
        Controls.copy(given, shown, "required", "min_values", "max_values", "default", "value", "placeholder");
        switch (type) {
            case TEXT_INPUT -> textInput(given, shown, path);
            case RADIO_GROUP, CHECKBOX_GROUP -> controls.options(given, shown, path, 10);
            case FILE_UPLOAD -> uploads(given, path);
            case CHECKBOX -> {}
            default -> errors.add(path + ".type", "UNION_TYPE_CHOICES", "This component cannot be used in a modal.");
        }
    }

    private void textInput(ObjectNode given, ObjectNode shown, String path) {
        if (!Set.of(1, 2).contains(given.path("style").asInt())) {
            errors.add(path + ".style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2}.");
        }
        errors.length(path + ".placeholder", given.path("placeholder").asString(""), 0, 100);
        errors.length(path + ".value", given.path("value").asString(""), 0, 4000);
        Controls.copy(given, shown, "style", "min_length", "max_length");
    }

    private void uploads(ObjectNode given, String path) {
        if (given.path("max_values").asInt(1) > 10) {
            errors.add(path + ".max_values", "NUMBER_TYPE_MAX", "int value should be less than or equal to 10.");
        }
    }
}
