package dev.homelab.local.discord.world;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Buttons and select menus, in messages and modals. */
final class Controls {

    static final int BUTTON = 2;
    static final int STRING_SELECT = 3;
    static final int USER_SELECT = 5;
    static final int ROLE_SELECT = 6;
    static final int MENTIONABLE_SELECT = 7;
    static final int CHANNEL_SELECT = 8;
    static final Set<Integer> SELECTS =
            Set.of(STRING_SELECT, USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT);

    private static final int LINK = 5;
    private static final int PREMIUM = 6;

    private final FormErrors errors;
    private final Set<String> customIds;

    Controls(FormErrors errors, Set<String> customIds) {
        this.errors = errors;
        this.customIds = customIds;
    }

    void read(ObjectNode given, ObjectNode shown, String path) {
        if (given.path("type").asInt() == BUTTON) {
            button(given, shown, path);
        } else {
            select(given, shown, path);
        }
    }

    private void button(ObjectNode given, ObjectNode shown, String path) {
        int style = given.path("style").asInt(0);
        if (style < 1 || style > PREMIUM) {
            errors.add(path + ".style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}.");
        }
        shown.put("style", style);
        if (given.hasNonNull("label")) {
            errors.length(path + ".label", given.path("label").asString(), 0, 80);
            shown.put("label", given.path("label").asString());
        } else if (!given.hasNonNull("emoji") && style != PREMIUM) {
            errors.add(
                    path + ".label", "BUTTON_COMPONENT_MISSING_LABEL_AND_EMOJI", "A button needs a label or an emoji");
        }
        if (style == LINK) {
            shown.put("url", given.path("url").asString(""));
            errors.length(path + ".url", given.path("url").asString(""), 1, 512);
        } else if (style != PREMIUM) {
            customId(given, shown, path);
        }
        emoji(given, shown);
        shown.put("disabled", given.path("disabled").asBoolean(false));
    }

    /** Every control but links has one, unlike all others of its message. */
    void customId(ObjectNode given, ObjectNode shown, String path) {
        String id = given.path("custom_id").asString("");
        if (!given.hasNonNull("custom_id")) {
            errors.required(path + ".custom_id");
            return;
        }
        errors.length(path + ".custom_id", id, 1, 100);
        if (!customIds.add(id)) {
            errors.add(
                    path + ".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
        shown.put("custom_id", id);
    }

    private static void emoji(JsonNode given, ObjectNode shown) {
        if (given.get("emoji") instanceof ObjectNode emoji) {
            ObjectNode json =
                    shown.putObject("emoji").put("name", emoji.path("name").asString(""));
            if (emoji.hasNonNull("id")) {
                json.put("id", emoji.path("id").asString());
            }
        }
    }

    void select(ObjectNode given, ObjectNode shown, String path) {
        customId(given, shown, path);
        if (given.hasNonNull("placeholder")) {
            errors.length(path + ".placeholder", given.path("placeholder").asString(), 0, 150);
            shown.put("placeholder", given.path("placeholder").asString());
        }
        int options = given.path("type").asInt() == STRING_SELECT ? options(given, shown, path, 25) : 25;
        int min = given.path("min_values").asInt(1);
        int max = given.path("max_values").asInt(1);
        if (min < 0 || max < min || max > Math.max(1, options)) {
            errors.add(
                    path + ".max_values", "NUMBER_TYPE_MAX", "Must lie between min_values and the number of options.");
        }
        shown.put("min_values", min).put("max_values", max);
        shown.put("disabled", given.path("disabled").asBoolean(false));
        copy(given, shown, "default_values", "channel_types", "required");
    }

    /** Reads {@code options}; returns how many there are. */
    int options(ObjectNode given, ObjectNode shown, String path, int most) {
        JsonNode list = given.path("options");
        if (list.isEmpty() || list.size() > most) {
            errors.add(path + ".options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and " + most + " in length.");
        }
        ArrayNode options = shown.putArray("options");
        for (int i = 0; i < list.size(); i++) {
            String at = path + ".options." + i;
            ObjectNode option = options.addObject();
            for (String field : new String[] {"label", "value"}) {
                errors.length(at + "." + field, list.get(i).path(field).asString(""), 1, 100);
                option.put(field, list.get(i).path(field).asString(""));
            }
            if (list.get(i).hasNonNull("description")) {
                errors.length(
                        at + ".description", list.get(i).path("description").asString(), 0, 100);
                option.put("description", list.get(i).path("description").asString());
            }
            emoji(list.get(i), option);
            if (list.get(i).path("default").asBoolean(false)) {
                option.put("default", true);
            }
        }
        return list.size();
    }

    static void copy(ObjectNode given, ObjectNode shown, String... fields) {
        for (String field : fields) {
            if (given.hasNonNull(field)) {
                shown.set(field, given.get(field));
            }
        }
    }
}
