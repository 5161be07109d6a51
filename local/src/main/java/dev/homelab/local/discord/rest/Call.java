package dev.homelab.local.discord.rest;

import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.DiscordError;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Form;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Snowflakes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that found its route. */
record Call(
        Route route,
        Map<String, String> values,
        Map<String, List<String>> query,
        @Nullable JsonNode content,
        Map<Integer, Draft.Upload> files,
        Actor actor,
        Bearers.@Nullable Grant grant) {

    long id(String name) {
        return Snowflakes.parse(text(name));
    }

    String text(String name) {
        return Objects.requireNonNull(values.get(name));
    }

    /** The body as an object; an absent one counts as empty. */
    ObjectNode body() {
        if (content == null) {
            return Json.object();
        }
        if (content instanceof ObjectNode object) {
            return object;
        }
        throw DiscordError.INVALID_JSON.exception();
    }

    ArrayNode list() {
        if (content instanceof ArrayNode array) {
            return array;
        }
        throw DiscordError.INVALID_JSON.exception();
    }

    Draft draft() {
        return new Draft(body(), files);
    }

    @Nullable
    String query(String name) {
        List<String> all = query.get(name);
        return all == null || all.isEmpty() ? null : all.getFirst();
    }

    /** A whole number of the query; refused with 50035 outside its range. */
    int number(String name, int otherwise, int min, int max) {
        Form form = new Form(asked(name));
        int number = Objects.requireNonNullElse(form.number(name, min, max), otherwise);
        form.finish();
        return number;
    }

    /** A time of the query as ISO 8601; refused with 50035 when it is none. */
    @Nullable
    Instant time(String name) {
        Form form = new Form(asked(name));
        Instant time = form.time(name);
        form.finish();
        return time;
    }

    private ObjectNode asked(String name) {
        return Json.object().put(name, query(name));
    }

    @Nullable
    Long snowflake(String name) {
        String text = query(name);
        return text == null ? null : Snowflakes.parse(text);
    }

    /** The id that rate limits are kept apart by. */
    String major() {
        for (String name : List.of("channel_id", "guild_id", "webhook_token", "interaction_token")) {
            String value = values.get(name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
