package dev.homelab.local.discord.world;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A command as a person calls it. */
final class CommandCall {

    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int USER = 6;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int MENTIONABLE = 9;
    private static final int NUMBER = 10;

    private final Channel channel;
    private final ObjectNode command;
    private final Resolved resolved;

    CommandCall(World world, Channel channel, ObjectNode command) {
        this.channel = channel;
        this.command = command;
        this.resolved = new Resolved(world, channel);
    }

    private ObjectNode base() {
        ObjectNode data = Json.object();
        Controls.copy(command, data, "id", "name", "type");
        return channel.isDirect() ? data : data.put("guild_id", Long.toString(channel.guildId));
    }

    /** The call of a slash command; {@code focused} names the option that is being typed, if it is a completion. */
    ObjectNode data(List<String> words, ObjectNode options, @Nullable String focused) {
        ObjectNode data = base();
        JsonNode offered = command.path("options");
        ArrayNode target = data.putArray("options");
        for (String word : words.subList(1, words.size())) {
            JsonNode sub = named(offered, word);
            target = target.addObject()
                    .put("name", word)
                    .put("type", sub.path("type").asInt())
                    .putArray("options");
            offered = sub.path("options");
        }
        fill(offered, options, focused, target);
        resolved.into(data);
        return data;
    }

    private static JsonNode named(JsonNode offered, String name) {
        for (JsonNode option : offered) {
            if (option.path("name").asString().equals(name)) {
                return option;
            }
        }
        throw DiscordError.notSimulated(404, "an option " + name + " of this command")
                .exception();
    }

    private void fill(JsonNode offered, ObjectNode given, @Nullable String focused, ArrayNode target) {
        FormErrors errors = new FormErrors();
        for (JsonNode option : offered) {
            String name = option.path("name").asString();
            JsonNode value = given.path(name);
            if (value.isMissingNode() || (value.asString("").isEmpty() && !name.equals(focused))) {
                if (focused == null && option.path("required").asBoolean(false)) {
                    errors.required(name);
                }
                continue;
            }
            ObjectNode filled = target.addObject()
                    .put("name", name)
                    .put("type", option.path("type").asInt());
            boolean typing = name.equals(focused);
            filled.set("value", typing ? value : typed(option, value, errors));
            if (typing) {
                filled.put("focused", true);
            }
        }
        given.propertyNames().forEach(name -> named(offered, name));
        errors.refuse();
    }

    private JsonNode typed(JsonNode option, JsonNode value, FormErrors errors) {
        String text = value.asString();
        ObjectNode box = Json.object();
        try {
            switch (option.path("type").asInt()) {
                case INTEGER -> box.put("value", Long.parseLong(text));
                case NUMBER -> box.put("value", Double.parseDouble(text));
                case BOOLEAN -> box.put("value", Boolean.parseBoolean(text));
                default -> box.put("value", text);
            }
        } catch (NumberFormatException e) {
            errors.add(option.path("name").asString(), "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is no number.");
        }
        switch (option.path("type").asInt()) {
            case USER -> resolved.user(text);
            case CHANNEL -> resolved.channel(text);
            case ROLE -> resolved.role(text);
            case MENTIONABLE -> resolved.mentionable(text);
            default -> {}
        }
        return box.path("value");
    }

    ObjectNode onMessage(Message message) {
        ObjectNode data = base().put("target_id", Long.toString(message.id));
        resolved.message(message);
        resolved.into(data);
        return data;
    }

    ObjectNode onUser(long userId) {
        ObjectNode data = base().put("target_id", Long.toString(userId));
        resolved.user(Long.toString(userId));
        resolved.into(data);
        return data;
    }
}
