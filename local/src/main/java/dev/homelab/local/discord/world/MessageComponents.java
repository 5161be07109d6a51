package dev.homelab.local.discord.world;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks a message's components, V1 and V2, and writes them as Discord shows them. */
final class MessageComponents {

    static final int ACTION_ROW = 1;
    static final int BUTTON = 2;
    static final int SECTION = 9;
    static final int TEXT_DISPLAY = 10;
    static final int THUMBNAIL = 11;
    static final int MEDIA_GALLERY = 12;
    static final int FILE = 13;
    static final int SEPARATOR = 14;
    static final int CONTAINER = 17;

    private static final Set<Integer> TOP_V2 =
            Set.of(ACTION_ROW, SECTION, TEXT_DISPLAY, MEDIA_GALLERY, FILE, SEPARATOR, CONTAINER);

    private final FormErrors errors;
    private final Message message;
    private final Media media;
    private final Controls controls;
    private int count;
    private int characters;

    MessageComponents(FormErrors errors, Message message, World world) {
        this.errors = errors;
        this.message = message;
        this.media = new Media(world, message, errors);
        this.controls = new Controls(errors, new HashSet<>());
    }

    ArrayNode read(@Nullable ArrayNode list) {
        if (list == null) {
            return Json.array();
        }
        boolean v2 = message.usesComponentsV2();
        if (!v2 && list.size() > 5) {
            errors.add("components", "BASE_TYPE_BAD_LENGTH", "Must be 5 or fewer in length.");
        }
        ArrayNode shown = all(list, "components", v2 ? TOP_V2 : Set.of(ACTION_ROW));
        if (v2 && count > 40) {
            errors.add(
                    "components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "The maximum number of components is 40");
        }
        if (characters > 4000) {
            errors.add("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "Must be 4000 or fewer in length.");
        }
        return shown;
    }

    private ArrayNode all(ArrayNode list, String path, Set<Integer> allowed) {
        ArrayNode shown = Json.array();
        for (int i = 0; i < list.size(); i++) {
            String at = path + "." + i;
            if (!(list.get(i) instanceof ObjectNode given)
                    || !allowed.contains(given.path("type").asInt())) {
                errors.add(
                        at + ".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of " + allowed + ".");
                continue;
            }
            shown.add(one(given, at));
        }
        return shown;
    }

    private ObjectNode one(ObjectNode given, String path) {
        int type = given.path("type").asInt();
        ObjectNode shown = Json.object()
                .put("type", type)
                .put("id", given.path("id").asInt(0) > 0 ? given.path("id").asInt() : count + 1);
        count++;
        switch (type) {
            case ACTION_ROW -> row(given, shown, path);
            case SECTION -> section(given, shown, path);
            case TEXT_DISPLAY -> text(given, shown, path);
            case MEDIA_GALLERY -> media.gallery(given, shown, path);
            case THUMBNAIL -> media.thumbnail(given, shown, path);
            case FILE -> media.file(given, shown, path);
            case SEPARATOR ->
                shown.put("spacing", given.path("spacing").asInt(1))
                        .put("divider", given.path("divider").asBoolean(true));
            case CONTAINER -> container(given, shown, path);
            default -> controls.read(given, shown, path);
        }
        return shown;
    }

    private void row(ObjectNode given, ObjectNode shown, String path) {
        ArrayNode list = nested(given, path);
        boolean buttons = list.path(0).path("type").asInt() == BUTTON;
        int most = buttons ? 5 : 1;
        if (list.isEmpty() || list.size() > most) {
            errors.add(path + ".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and " + most + " in length.");
        }
        shown.set("components", all(list, path + ".components", buttons ? Set.of(BUTTON) : Controls.SELECTS));
    }

    private void section(ObjectNode given, ObjectNode shown, String path) {
        ArrayNode list = nested(given, path);
        if (list.isEmpty() || list.size() > 3) {
            errors.add(path + ".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 3 in length.");
        }
        shown.set("components", all(list, path + ".components", Set.of(TEXT_DISPLAY)));
        if (given.get("accessory") instanceof ObjectNode accessory
                && List.of(BUTTON, THUMBNAIL).contains(accessory.path("type").asInt())) {
            shown.set("accessory", one(accessory, path + ".accessory"));
        } else {
            errors.required(path + ".accessory");
        }
    }

    private void text(ObjectNode given, ObjectNode shown, String path) {
        String content = given.path("content").asString("");
        errors.length(path + ".content", content, 1, 4000);
        characters += content.length();
        shown.put("content", content);
    }

    private void container(ObjectNode given, ObjectNode shown, String path) {
        Integer accent = given.path("accent_color").isNumber()
                ? given.path("accent_color").intValue()
                : null;
        shown.put("accent_color", accent).put("spoiler", given.path("spoiler").asBoolean(false));
        Set<Integer> allowed = new HashSet<>(TOP_V2);
        allowed.remove(CONTAINER);
        shown.set("components", all(nested(given, path), path + ".components", allowed));
    }

    private ArrayNode nested(ObjectNode given, String path) {
        if (given.get("components") instanceof ArrayNode list) {
            return list;
        }
        errors.required(path + ".components");
        return Objects.requireNonNull(Json.array());
    }
}
