package dev.homelab.local.discord.world;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks the embeds of a message and writes them as Discord shows them. */
final class Embeds {

    private static final int TOTAL = 6000;

    private final FormErrors errors;
    private int characters;

    private Embeds(FormErrors errors) {
        this.errors = errors;
    }

    static ArrayNode read(Form form) {
        ArrayNode shown = Json.array();
        ArrayNode list = form.list("embeds", 10);
        Embeds reader = new Embeds(form.errors());
        for (int i = 0; list != null && i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode embed) {
                shown.add(reader.embed(embed, "embeds." + i));
            }
        }
        if (reader.characters > TOTAL) {
            form.errors().add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
        }
        return shown;
    }

    private ObjectNode embed(ObjectNode embed, String path) {
        ObjectNode shown = Json.object().put("type", "rich");
        text(embed, shown, path, "title", 256);
        text(embed, shown, path, "description", 4096);
        for (String plain : new String[] {"url", "timestamp", "color"}) {
            if (embed.hasNonNull(plain)) {
                shown.set(plain, embed.get(plain));
            }
        }
        for (String nested : new String[] {"image", "thumbnail"}) {
            if (embed.get(nested) instanceof ObjectNode picture) {
                shown.putObject(nested).put("url", picture.path("url").asString());
            }
        }
        part(embed, shown, path, "author", "name", 256);
        part(embed, shown, path, "footer", "text", 2048);
        fields(embed, shown, path);
        return shown;
    }

    private void part(ObjectNode embed, ObjectNode shown, String path, String part, String text, int max) {
        if (!(embed.get(part) instanceof ObjectNode given)) {
            return;
        }
        ObjectNode target = shown.putObject(part);
        text(given, target, path + "." + part, text, max);
        for (String plain : new String[] {"url", "icon_url"}) {
            if (given.hasNonNull(plain)) {
                target.set(plain, given.get(plain));
            }
        }
    }

    private void fields(ObjectNode embed, ObjectNode shown, String path) {
        if (!(embed.get("fields") instanceof ArrayNode fields)) {
            return;
        }
        if (fields.size() > 25) {
            errors.add(path + ".fields", "BASE_TYPE_BAD_LENGTH", "Must be 25 or fewer in length.");
        }
        ArrayNode target = shown.putArray("fields");
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i) instanceof ObjectNode field) {
                String at = path + ".fields." + i;
                ObjectNode one = target.addObject();
                required(field, one, at, "name", 256);
                required(field, one, at, "value", 1024);
                one.put("inline", field.path("inline").asBoolean(false));
            }
        }
    }

    private void required(ObjectNode from, ObjectNode to, String path, String field, int max) {
        if (text(from, to, path, field, max) == null) {
            errors.required(path + "." + field);
        }
    }

    private @Nullable String text(ObjectNode from, ObjectNode to, String path, String field, int max) {
        String text = from.path(field).asString("");
        if (from.path(field).isContainer()) {
            errors.add(path + "." + field, "STRING_TYPE_CONVERT", "Could not interpret this as string.");
        }
        if (text.isEmpty()) {
            return null;
        }
        errors.length(path + "." + field, text, 0, max);
        characters += text.length();
        to.put(field, text);
        return text;
    }
}
