package dev.homelab.local.discord.world;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pictures and files inside components V2. */
final class Media {

    private final World world;
    private final Message message;
    private final FormErrors errors;

    Media(World world, Message message, FormErrors errors) {
        this.world = world;
        this.message = message;
        this.errors = errors;
    }

    void gallery(ObjectNode given, ObjectNode shown, String path) {
        ArrayNode items = shown.putArray("items");
        JsonNode list = given.path("items");
        if (list.isEmpty() || list.size() > 10) {
            errors.add(path + ".items", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 10 in length.");
        }
        for (int i = 0; i < list.size(); i++) {
            thumbnail(list.get(i), items.addObject(), path + ".items." + i);
        }
    }

    void thumbnail(JsonNode given, ObjectNode shown, String path) {
        shown.put("description", given.path("description").asString(null))
                .put("spoiler", given.path("spoiler").asBoolean(false));
        shown.set("media", unfurled(given.path("media"), path + ".media"));
    }

    void file(ObjectNode given, ObjectNode shown, String path) {
        ObjectNode media = unfurled(given.path("file"), path + ".file");
        shown.set("file", media);
        shown.put("spoiler", given.path("spoiler").asBoolean(false))
                .putNull("name")
                .putNull("size");
        for (Attachment file : message.attachments) {
            if (media.path("attachment_id").asString("").equals(Long.toString(file.id()))) {
                shown.put("name", file.filename()).put("size", file.bytes().length);
            }
        }
    }

    private ObjectNode unfurled(JsonNode given, String path) {
        String url = given.path("url").asString("");
        ObjectNode media = Json.object().put("id", Long.toString(world.ids.next()));
        if (url.startsWith("attachment://")) {
            for (Attachment file : message.attachments) {
                if (url.equals("attachment://" + file.filename())) {
                    String address = world.messages().files().url(message.channelId, file);
                    return media.put("url", address)
                            .put("proxy_url", address)
                            .put("content_type", file.contentType())
                            .put("attachment_id", Long.toString(file.id()));
                }
            }
            errors.add(path + ".url", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", "Attachment not found");
        } else if (!url.startsWith("http://") && !url.startsWith("https://")) {
            errors.add(path + ".url", "URL_TYPE_INVALID_SCHEME", "Scheme \"" + url + "\" is not supported.");
        }
        return media.put("url", url).put("proxy_url", url);
    }
}
