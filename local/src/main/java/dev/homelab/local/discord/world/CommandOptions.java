package dev.homelab.local.discord.world;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks the options of a command that is being registered. */
final class CommandOptions {

    static final int SUBCOMMAND = 1;
    static final int GROUP = 2;

    private final FormErrors errors;

    CommandOptions(FormErrors errors) {
        this.errors = errors;
    }

    void check(JsonNode options, String path) {
        Set<String> names = new HashSet<>();
        boolean optionalSeen = false;
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.get(i);
            String at = path + "." + i;
            one(option, at);
            if (!names.add(option.path("name").asString(""))) {
                errors.add(at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option names must be unique");
            }
            boolean required = option.path("required").asBoolean(false);
            if (required && optionalSeen) {
                errors.add(
                        at,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optionalSeen |= !required;
        }
    }

    private void one(JsonNode option, String path) {
        int type = option.path("type").asInt();
        if (type < 1 || type > 11) {
            errors.add(path + ".type", "BASE_TYPE_CHOICES", "Value must be one of {1, …, 11}.");
        }
        String name = option.path("name").asString("");
        errors.length(path + ".name", name, 1, 32);
        if (!name.matches("[-_'\\p{L}\\p{N}]*") || !name.equals(name.toLowerCase(java.util.Locale.ROOT))) {
            errors.add(path + ".name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        errors.length(path + ".description", option.path("description").asString(""), 1, 100);
        if (option.path("choices").size() > 25) {
            errors.add(path + ".choices", "BASE_TYPE_BAD_LENGTH", "Must be 25 or fewer in length.");
        }
        if (type == SUBCOMMAND || type == GROUP) {
            check(option.path("options"), path + ".options");
        }
    }
}
