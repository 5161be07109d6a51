package dev.homelab.local.discord.page;

import dev.homelab.local.discord.people.Person;
import dev.homelab.local.discord.people.Seen;
import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.ChannelJson;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Interaction;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Snowflakes;
import dev.homelab.local.discord.world.World;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do, by name; each body has {@code as}, the person's id, and the answer says what they then see. */
final class Acts {

    private final World world;
    private final Views views;

    Acts(World world, Views views) {
        this.world = world;
        this.views = views;
    }

    Map<String, Function<ObjectNode, JsonNode>> byName() {
        return Map.ofEntries(
                Map.entry("say", this::say),
                Map.entry("click", body -> seen(body, person(body).click(message(body), text(body, "custom_id")))),
                Map.entry("select", this::select),
                Map.entry("submit", this::submit),
                Map.entry(
                        "slash",
                        body -> seen(
                                body, person(body).slash(channel(body), text(body, "command"), map(body, "options")))),
                Map.entry("autocomplete", this::autocomplete),
                Map.entry(
                        "message-command",
                        body -> seen(body, person(body).onMessage(message(body), text(body, "command")))),
                Map.entry(
                        "user-command",
                        body -> seen(
                                body, person(body).onUser(channel(body), id(body, "user"), text(body, "command")))),
                Map.entry("react", this::react),
                Map.entry("delete", this::delete),
                Map.entry("direct", this::direct),
                Map.entry("modify-channel", this::modifyChannel));
    }

    private Person person(ObjectNode body) {
        return new Person(world, id(body, "as"));
    }

    private static long id(ObjectNode body, String field) {
        return Snowflakes.parse(text(body, field));
    }

    private static String text(ObjectNode body, String field) {
        return body.path(field).asString("");
    }

    private Channel channel(ObjectNode body) {
        return world.locked(() -> world.channel(id(body, "channel")));
    }

    private Message message(ObjectNode body) {
        return world.locked(() -> world.messages().get(channel(body), id(body, "message"), id(body, "as")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(ObjectNode body, String field) {
        JsonNode value = body.path(field);
        return value.isObject() ? Json.MAPPER.treeToValue(value, Map.class) : Map.of();
    }

    private static List<Draft.Upload> uploads(JsonNode list) {
        List<Draft.Upload> uploads = new ArrayList<>();
        for (JsonNode file : list) {
            byte[] bytes = Base64.getDecoder().decode(file.path("base64").asString(""));
            uploads.add(new Draft.Upload(
                    file.path("name").asString("file"), file.path("type").asString(null), bytes));
        }
        return uploads;
    }

    private JsonNode say(ObjectNode body) {
        Draft draft = Draft.text(text(body, "content"), uploads(body.path("files")));
        if (body.hasNonNull("reply_to")) {
            draft.body().putObject("message_reference").put("message_id", text(body, "reply_to"));
        }
        Message said = person(body).say(channel(body), draft);
        return world.locked(() -> views.message(said, id(body, "as")));
    }

    private JsonNode select(ObjectNode body) {
        String[] values =
                body.path("values").valueStream().map(JsonNode::asString).toArray(String[]::new);
        return seen(body, person(body).select(message(body), text(body, "custom_id"), values));
    }

    private JsonNode submit(ObjectNode body) {
        Interaction opened = world.locked(() -> world.interactions().get(id(body, "interaction")));
        Seen.Modal modal = new Seen.Modal(opened, Objects.requireNonNull(opened.modal(), "no modal was shown"));
        Map<String, List<Draft.Upload>> files = new LinkedHashMap<>();
        body.path("files").properties().forEach(entry -> files.put(entry.getKey(), uploads(entry.getValue())));
        return seen(body, person(body).submit(modal, map(body, "values"), files));
    }

    private JsonNode autocomplete(ObjectNode body) {
        Seen seen = person(body)
                .autocomplete(channel(body), text(body, "command"), map(body, "options"), text(body, "focused"));
        return seen(body, seen);
    }

    private JsonNode react(ObjectNode body) {
        person(body).react(message(body), text(body, "emoji"));
        return Json.object();
    }

    private JsonNode delete(ObjectNode body) {
        person(body).delete(message(body));
        return Json.object();
    }

    private JsonNode direct(ObjectNode body) {
        return world.locked(() ->
                ChannelJson.channel(world, world.channels().direct(id(body, "as"), id(body, "user"))));
    }

    /** Renames, moves, archives or deletes ({@code "deleted": true}) a channel or thread as this person may. */
    private JsonNode modifyChannel(ObjectNode body) {
        Actor actor = Actor.of(id(body, "as"));
        return world.locked(() -> {
            Channel channel = channel(body);
            Channel changed = body.path("deleted").asBoolean(false)
                    ? world.channels().delete(channel, actor)
                    : world.channels().modify(channel, (ObjectNode) body.path("changes"), actor);
            return ChannelJson.channel(world, changed);
        });
    }

    private JsonNode seen(ObjectNode body, Seen seen) {
        long viewer = id(body, "as");
        return world.locked(() -> switch (seen) {
            case Seen.Reply reply -> json("reply", reply.message(), viewer).put("ephemeral", reply.onlyToThem());
            case Seen.Updated updated -> json("updated", updated.message(), viewer);
            case Seen.Thinking thinking -> json("thinking", thinking.message(), viewer);
            case Seen.Acknowledged _ -> Json.object().put("seen", "acknowledged");
            case Seen.Failed failed -> Json.object().put("seen", "failed").put("words", failed.words());
            case Seen.Modal modal -> modal(modal);
            case Seen.Suggestions suggestions -> suggestions(suggestions);
        });
    }

    private ObjectNode json(String kind, Message message, long viewer) {
        return Json.object().put("seen", kind).set("message", views.message(message, viewer));
    }

    private static ObjectNode modal(Seen.Modal modal) {
        return Json.object()
                .put("seen", "modal")
                .put("interaction", Long.toString(modal.opened().id()))
                .set("modal", modal.form());
    }

    private static ObjectNode suggestions(Seen.Suggestions suggestions) {
        ObjectNode json = Json.object().put("seen", "suggestions");
        ObjectNode choices = json.putObject("choices");
        suggestions.choices().forEach(choices::put);
        return json;
    }
}
