package dev.homelab.local.discord.world;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What Discord's own client lets a person choose. */
final class Choices {

    private Choices() {}

    /** Refuses too many, too few, or values that were not offered. */
    static void check(JsonNode control, List<String> values) {
        FormErrors errors = new FormErrors();
        boolean required = control.path("required").asBoolean(true);
        int min = required ? control.path("min_values").asInt(1) : 0;
        boolean single = control.path("type").asInt() == ModalForm.RADIO_GROUP;
        int max = single
                ? 1
                : control.path("max_values")
                        .asInt(Math.max(1, control.path("options").size()));
        if (values.size() < min || values.size() > max) {
            errors.add("values", "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
        }
        if (control.has("options")) {
            List<String> offered = StreamSupport.stream(control.path("options").spliterator(), false)
                    .map(option -> option.path("value").asString())
                    .toList();
            values.stream()
                    .filter(value -> !offered.contains(value))
                    .forEach(value ->
                            errors.add("values", "BASE_TYPE_CHOICES", "Value must be one of " + offered + "."));
        }
        errors.refuse();
    }
}
