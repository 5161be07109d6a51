package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Interaction.AUTOCOMPLETE;
import static dev.homelab.local.discord.world.Interaction.COMMAND;
import static dev.homelab.local.discord.world.Interaction.COMPONENT;
import static dev.homelab.local.discord.world.Interaction.MODAL_SUBMIT;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do with what the bot offers. */
public final class Interactions {

    private final World world;
    private final Answers answers;
    /** In the order of their making. */
    private final Map<Long, Interaction> all = new LinkedHashMap<>();

    private final Map<String, Interaction> byToken = new HashMap<>();
    private volatile Duration firstAnswerWithin = Interaction.FIRST_ANSWER_WITHIN;

    Interactions(World world) {
        this.world = world;
        this.answers = new Answers(world);
    }

    public Answers answers() {
        return answers;
    }

    /** The interaction; refused with 10062 when there is none. */
    public Interaction get(long id) {
        Interaction interaction = all.get(id);
        if (interaction == null) {
            throw DiscordError.UNKNOWN_INTERACTION.exception();
        }
        return interaction;
    }

    Interaction byToken(String token) {
        Interaction interaction = byToken.get(token);
        if (interaction == null) {
            throw DiscordError.UNKNOWN_WEBHOOK.exception();
        }
        return interaction;
    }

    /** Whether the person should be told that the application did not respond. */
    public boolean expired(Interaction interaction) {
        return interaction.firstAnswerIsLate(world.now(), firstAnswerWithin);
    }

    /** Gives bots more time than Discord, for tests of something else on a machine that may stand still for a moment. */
    public void firstAnswerWithin(Duration time) {
        this.firstAnswerWithin = time;
    }

    /** Clicks a button. */
    public Interaction press(Channel channel, Message message, String customId, Actor actor) {
        JsonNode button = control(message, customId, actor);
        ObjectNode data = Json.object()
                .put("custom_id", customId)
                .put("component_type", button.path("type").asInt())
                .put("id", button.path("id").asInt());
        return begin(COMPONENT, channel, data, message, null, actor);
    }

    /** Chooses in a select menu; values are options or ids. */
    public Interaction select(Channel channel, Message message, String customId, List<String> values, Actor actor) {
        JsonNode menu = control(message, customId, actor);
        Choices.check(menu, values);
        ObjectNode data = Json.object()
                .put("custom_id", customId)
                .put("component_type", menu.path("type").asInt())
                .put("id", menu.path("id").asInt());
        values.forEach(data.putArray("values")::add);
        Resolved resolved = new Resolved(world, channel);
        resolved.select(menu, values);
        resolved.into(data);
        return begin(COMPONENT, channel, data, message, null, actor);
    }

    private JsonNode control(Message message, String customId, Actor actor) {
        Channel channel = world.channel(message.channelId);
        world.permissions().require(channel, actor.userId());
        JsonNode control = find(message.components, customId);
        if (control == null || !message.visibleTo(actor.userId())) {
            throw DiscordError.notSimulated(404, "a control " + customId + " on this message")
                    .exception();
        }
        if (control.path("disabled").asBoolean(false)) {
            throw DiscordError.notSimulated(400, "how to use " + customId + ", which is disabled")
                    .exception();
        }
        return control;
    }

    private static @Nullable JsonNode find(JsonNode components, String customId) {
        for (JsonNode component : components) {
            if (component.path("custom_id").asString("").equals(customId)) {
                return component;
            }
            JsonNode below = component.has("accessory")
                    ? find(Json.array().add(component.get("accessory")), customId)
                    : find(component.path("components"), customId);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    /**
     * Sends the form that {@code opened} was answered with.
     *
     * @param values by custom id: a text, a list of chosen values, or true and false
     * @param files by custom id of a file upload
     */
    public Interaction submit(
            Interaction opened, ObjectNode values, Map<String, List<Draft.Upload>> files, Actor actor) {
        ObjectNode modal = Objects.requireNonNull(opened.modal, "no modal was shown");
        ObjectNode data = new FilledModal(world, opened.channel, values, files).fill(modal);
        return begin(MODAL_SUBMIT, opened.channel, data, opened.source, opened, actor);
    }

    /**
     * Runs a slash command.
     *
     * @param words the command's name, and those of its group and subcommand
     * @param options by name
     */
    public Interaction slash(Channel channel, List<String> words, ObjectNode options, Actor actor) {
        world.permissions().require(channel, actor.userId());
        ObjectNode command = world.commands().usable(channel, words.getFirst(), 1, actor);
        ObjectNode data = new CommandCall(world, channel, command).data(words, options, null);
        return begin(COMMAND, channel, data, null, null, actor);
    }

    /** Types into the option {@code focused} of a slash command. */
    public Interaction autocomplete(
            Channel channel, List<String> words, ObjectNode options, String focused, Actor actor) {
        world.permissions().require(channel, actor.userId());
        ObjectNode command = world.commands().usable(channel, words.getFirst(), 1, actor);
        ObjectNode data = new CommandCall(world, channel, command).data(words, options, focused);
        return begin(AUTOCOMPLETE, channel, data, null, null, actor);
    }

    /** Chooses a command from a message's menu. */
    public Interaction onMessage(Channel channel, Message message, String name, Actor actor) {
        ObjectNode command = world.commands().usable(channel, name, 3, actor);
        ObjectNode data = new CommandCall(world, channel, command).onMessage(message);
        return begin(COMMAND, channel, data, null, null, actor);
    }

    /** Chooses a command from a user's menu. */
    public Interaction onUser(Channel channel, long userId, String name, Actor actor) {
        ObjectNode command = world.commands().usable(channel, name, 2, actor);
        ObjectNode data = new CommandCall(world, channel, command).onUser(userId);
        return begin(COMMAND, channel, data, null, null, actor);
    }

    /** Those whose tokens have been over for so long that nobody asks for them any more. */
    private void forgetOld() {
        Iterator<Interaction> oldest = all.values().iterator();
        while (oldest.hasNext()) {
            Interaction old = oldest.next();
            if (!old.tokenIsOver(world.now().minus(Interaction.TOKEN_LIFETIME))) {
                return;
            }
            oldest.remove();
            byToken.remove(old.token);
        }
    }

    private Interaction begin(
            int type,
            Channel channel,
            ObjectNode data,
            @Nullable Message source,
            @Nullable Interaction trigger,
            Actor actor) {
        Interaction interaction =
                new Interaction(world.ids.next(), type, actor.userId(), channel, data, world.now(), source, trigger);
        forgetOld();
        all.put(interaction.id, interaction);
        byToken.put(interaction.token, interaction);
        ObjectNode json = InteractionJson.event(world, interaction);
        world.emit(Event.of("INTERACTION_CREATE", json, channel.guildId, 0, 0));
        return interaction;
    }
}
