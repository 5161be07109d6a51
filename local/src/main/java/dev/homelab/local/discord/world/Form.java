package dev.homelab.local.discord.world;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a request's body field by field, gathers what is wrong as Discord does, and at the end refuses with 50035, or
 * with 501 when a field was never asked for.
 */
public final class Form {

    private final ObjectNode body;
    private final FormErrors errors = new FormErrors();
    private final Set<String> known = new LinkedHashSet<>();

    public Form(ObjectNode body) {
        this.body = body;
    }

    FormErrors errors() {
        return errors;
    }

    /** Whether the field is there, be it null; from now on it counts as known. */
    public boolean has(String field) {
        known.add(field);
        return body.has(field);
    }

    private @Nullable JsonNode value(String field) {
        known.add(field);
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : value;
    }

    /** Fields that are accepted and mean nothing here. */
    public void ignore(String... fields) {
        known.addAll(Set.of(fields));
    }

    public @Nullable String text(String field, int min, int max) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isString() && !value.isNumber()) {
            errors.add(field, "STRING_TYPE_CONVERT", "Could not interpret \"" + value + "\" as string.");
            return null;
        }
        String text = value.asString();
        errors.length(field, text, min, max);
        return text;
    }

    public String requiredText(String field, int min, int max) {
        String text = text(field, min, max);
        if (text == null) {
            errors.required(field);
            return "";
        }
        return text;
    }

    public @Nullable Integer integer(String field, int min, int max) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.canConvertToInt()) {
            errors.add(field, "NUMBER_TYPE_COERCE", "Value \"" + value.asString("") + "\" is not int.");
            return null;
        }
        within(field, value.asInt(), min, max);
        return value.asInt();
    }

    /** A whole number that is written as a string of digits, as in a query. */
    public @Nullable Integer number(String field, int min, int max) {
        Long number = id(field);
        if (number == null) {
            return null;
        }
        within(field, number, min, max);
        return Math.clamp(number, min, max);
    }

    /** A time as ISO 8601 writes it. */
    public @Nullable Instant time(String field) {
        JsonNode value = value(field);
        try {
            return value == null
                    ? null
                    : OffsetDateTime.parse(value.asString("")).toInstant();
        } catch (DateTimeParseException e) {
            errors.add(field, "DATETIME_TYPE_PARSE", "Could not parse " + value + ". Should be ISO8601.");
            return null;
        }
    }

    private void within(String field, long number, int min, int max) {
        if (number < min) {
            errors.add(field, "NUMBER_TYPE_MIN", "int value should be greater than or equal to " + min + ".");
        } else if (number > max) {
            errors.add(field, "NUMBER_TYPE_MAX", "int value should be less than or equal to " + max + ".");
        }
    }

    public @Nullable Integer choice(String field, int... allowed) {
        Integer number = integer(field, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (number != null && java.util.Arrays.stream(allowed).noneMatch(each -> each == number)) {
            errors.add(field, "BASE_TYPE_CHOICES", "Value must be one of " + choices(allowed) + ".");
        }
        return number;
    }

    private static String choices(int... allowed) {
        return "{" + java.util.Arrays.toString(allowed).replaceAll("[\\[\\]]", "") + "}";
    }

    public @Nullable Boolean flag(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            errors.add(field, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
            return null;
        }
        return value.booleanValue();
    }

    /** A snowflake, or null when it is missing, null or malformed (the last is an error). */
    public @Nullable Long id(String field) {
        JsonNode value = value(field);
        return value == null ? null : errors.snowflake(field, value);
    }

    /** Permission bits, written as a string of digits. */
    public @Nullable Long bits(String field) {
        return id(field);
    }

    public @Nullable ArrayNode list(String field, int max) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ArrayNode array)) {
            errors.add(field, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return null;
        }
        if (array.size() > max) {
            errors.add(field, "BASE_TYPE_BAD_LENGTH", "Must be " + max + " or fewer in length.");
        }
        return array;
    }

    public @Nullable ObjectNode map(String field) {
        JsonNode value = value(field);
        if (value instanceof ObjectNode object) {
            return object;
        }
        if (value != null) {
            errors.add(field, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        }
        return null;
    }

    /** Refuses when something was wrong or a field was sent that nobody read. */
    public void finish() {
        errors.refuse();
        Set<String> unread = new LinkedHashSet<>(body.propertyNames());
        unread.removeAll(known);
        unread.removeIf(field -> body.path(field).isNull());
        if (!unread.isEmpty()) {
            throw DiscordError.notSimulated(
                            501, "the field" + (unread.size() > 1 ? "s " : " ") + String.join(", ", unread))
                    .exception();
        }
    }
}
