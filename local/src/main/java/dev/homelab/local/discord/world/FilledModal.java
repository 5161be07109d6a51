package dev.homelab.local.discord.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A modal as a person filled it in. */
final class FilledModal {

    private final ObjectNode values;
    private final Map<String, List<Draft.Upload>> files;
    private final World world;
    private final Channel channel;
    private final Resolved resolved;
    private final FormErrors errors = new FormErrors();
    private int nextId = 1;

    FilledModal(World world, Channel channel, ObjectNode values, Map<String, List<Draft.Upload>> files) {
        this.world = world;
        this.channel = channel;
        this.values = values;
        this.files = files;
        this.resolved = new Resolved(world, channel);
    }

    /** The interaction's data; refuses what Discord's client would not let a person send. */
    ObjectNode fill(ObjectNode modal) {
        ObjectNode data = Json.object().put("custom_id", modal.path("custom_id").asString());
        ArrayNode components = data.putArray("components");
        for (JsonNode top : modal.path("components")) {
            int type = top.path("type").asInt();
            ObjectNode filled = components.addObject().put("type", type).put("id", nextId++);
            if (type == ModalForm.ACTION_ROW) {
                answer(
                        top.path("components").path(0),
                        filled.putArray("components").addObject());
            } else if (type == ModalForm.LABEL) {
                answer(top.path("component"), filled.putObject("component"));
            }
        }
        errors.refuse();
        resolved.into(data);
        return data;
    }

    private void answer(JsonNode question, ObjectNode filled) {
        int type = question.path("type").asInt();
        String customId = question.path("custom_id").asString();
        filled.put("type", type).put("id", nextId++).put("custom_id", customId);
        switch (type) {
            case ModalForm.TEXT_INPUT -> filled.put("value", text(question, customId));
            case ModalForm.RADIO_GROUP -> filled.put("value", one(question, customId));
            case ModalForm.CHECKBOX -> filled.put("value", values.path(customId).asBoolean(false));
            case ModalForm.FILE_UPLOAD -> upload(question, customId, filled.putArray("values"));
            default -> chosen(question, customId).forEach(filled.putArray("values")::add);
        }
    }

    private String text(JsonNode question, String customId) {
        String text = values.path(customId).asString(question.path("value").asString(""));
        boolean required = question.path("required").asBoolean(true);
        if (required || !text.isEmpty()) {
            int min = Math.max(required ? 1 : 0, question.path("min_length").asInt(0));
            errors.length(customId, text, min, question.path("max_length").asInt(4000));
        }
        return text;
    }

    private @Nullable String one(JsonNode question, String customId) {
        List<String> chosen = chosen(question, customId);
        return chosen.isEmpty() ? null : chosen.getFirst();
    }

    private List<String> chosen(JsonNode question, String customId) {
        List<String> chosen = new ArrayList<>();
        JsonNode value = values.path(customId);
        if (value.isArray()) {
            value.forEach(each -> chosen.add(each.asString()));
        } else if (value.isString()) {
            chosen.add(value.asString());
        }
        Choices.check(question, chosen);
        resolved.select(question, chosen);
        return chosen;
    }

    private void upload(JsonNode question, String customId, ArrayNode ids) {
        List<Draft.Upload> uploads = files.getOrDefault(customId, List.of());
        int min = question.path("required").asBoolean(true)
                ? question.path("min_values").asInt(1)
                : 0;
        if (uploads.size() < min || uploads.size() > question.path("max_values").asInt(1)) {
            errors.add(customId, "BASE_TYPE_BAD_LENGTH", "Wrong number of files.");
        }
        for (Draft.Upload upload : uploads) {
            Message holder = world.messages().keep(channel, upload);
            Attachment file = holder.attachments.getFirst();
            ids.add(Long.toString(file.id()));
            resolved.attachment(file, holder);
        }
    }
}
