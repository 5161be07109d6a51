package dev.homelab.local.discord.people;

import dev.homelab.local.discord.world.Actor;
import dev.homelab.local.discord.world.Answers;
import dev.homelab.local.discord.world.Channel;
import dev.homelab.local.discord.world.Draft;
import dev.homelab.local.discord.world.Interaction;
import dev.homelab.local.discord.world.Json;
import dev.homelab.local.discord.world.Message;
import dev.homelab.local.discord.world.Permission;
import dev.homelab.local.discord.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody using Discord; each act returns what they then see, or throws what Discord refuses it with. */
public final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final World world;
    private final Actor actor;

    public Person(World world, long userId) {
        this.world = world;
        this.actor = Actor.of(userId);
        world.user(userId);
    }

    public long id() {
        return actor.userId();
    }

    /** Says something in a channel, thread or direct conversation. */
    public Message say(Channel channel, String text) {
        return say(channel, Draft.text(text));
    }

    public Message say(Channel channel, Draft draft) {
        return world.locked(() -> world.messages().send(channel, draft, actor));
    }

    public Message edit(Message message, String text) {
        return world.locked(
                () -> world.messages().edit(world.channel(message.channelId()), message, Draft.text(text), actor));
    }

    public void delete(Message message) {
        world.locked(() -> world.messages().delete(world.channel(message.channelId()), message, actor));
    }

    public void react(Message message, String emoji) {
        world.locked(() -> world.messages().reactions().add(world.channel(message.channelId()), message, emoji, actor));
    }

    /** What this person sees of a channel, oldest first, ephemeral messages to them included. */
    public List<Message> sees(Channel channel) {
        return world.locked(() -> world.messages().seenBy(channel, actor));
    }

    /** The channels and threads of a server that this person sees. */
    public List<Channel> channels(long guildId) {
        return world.locked(() -> {
            List<Channel> all = new java.util.ArrayList<>(world.channels().of(guildId));
            all.addAll(world.threads().of(guildId));
            return all.stream()
                    .filter(channel -> world.permissions().sees(channel, actor.userId()))
                    .toList();
        });
    }

    public boolean can(Channel channel, Permission permission) {
        return world.locked(() -> (world.permissions().in(channel, actor.userId()) & permission.bit()) != 0);
    }

    public Seen click(Message message, String customId) {
        return after(() -> world.interactions().press(place(message), message, customId, actor));
    }

    public Seen select(Message message, String customId, String... values) {
        return after(() -> world.interactions().select(place(message), message, customId, List.of(values), actor));
    }

    /** Sends a form; a value is a text, a list of chosen values, or true and false, by custom id. */
    public Seen submit(Seen.Modal modal, Map<String, ?> values) {
        return submit(modal, values, Map.of());
    }

    public Seen submit(Seen.Modal modal, Map<String, ?> values, Map<String, List<Draft.Upload>> files) {
        return after(() -> world.interactions().submit(modal.opened(), json(values), files, actor));
    }

    /** Runs a slash command such as {@code "tickets setup"} with options by name. */
    public Seen slash(Channel channel, String command, Map<String, ?> options) {
        return after(() -> world.interactions().slash(channel, words(command), json(options), actor));
    }

    /** Types into an option; the choices come back as {@link Seen.Suggestions}. */
    public Seen autocomplete(Channel channel, String command, Map<String, ?> options, String focused) {
        return after(() -> world.interactions().autocomplete(channel, words(command), json(options), focused, actor));
    }

    /** Chooses a command from a message's menu. */
    public Seen onMessage(Message message, String command) {
        return after(() -> world.interactions().onMessage(place(message), message, command, actor));
    }

    public Seen onUser(Channel channel, long userId, String command) {
        return after(() -> world.interactions().onUser(channel, userId, command, actor));
    }

    private Channel place(Message message) {
        return world.channel(message.channelId());
    }

    private static List<String> words(String command) {
        return List.of(command.strip().split("\\s+", -1));
    }

    private static ObjectNode json(Map<String, ?> values) {
        return (ObjectNode) Json.MAPPER.<JsonNode>valueToTree(values);
    }

    private Seen after(Supplier<Interaction> act) {
        Interaction interaction = world.locked(act);
        world.await(() -> interaction.answer() != 0 || world.interactions().expired(interaction), PATIENCE);
        if (interaction.answer() == 0) {
            return new Seen.Failed("This application did not respond");
        }
        return seen(interaction);
    }

    private Seen seen(Interaction interaction) {
        return switch (interaction.answer()) {
            case Answers.DEFERRED_MESSAGE -> settled(Objects.requireNonNull(interaction.original()));
            case Answers.DEFERRED_UPDATE -> new Seen.Acknowledged();
            case Answers.UPDATE -> new Seen.Updated(Objects.requireNonNull(interaction.original()));
            case Answers.MODAL -> new Seen.Modal(interaction, Objects.requireNonNull(interaction.modal()));
            case Answers.AUTOCOMPLETE -> suggestions(Objects.requireNonNull(interaction.choices()));
            default -> reply(Objects.requireNonNull(interaction.original()));
        };
    }

    private Seen settled(Message message) {
        return world.await(() -> !message.isLoading(), PATIENCE) ? reply(message) : new Seen.Thinking(message);
    }

    private static Seen reply(Message message) {
        return new Seen.Reply(message, message.isEphemeral());
    }

    private static Seen suggestions(JsonNode choices) {
        Map<String, String> byName = new LinkedHashMap<>();
        choices.forEach(choice ->
                byName.put(choice.path("name").asString(), choice.path("value").asString()));
        return new Seen.Suggestions(byName);
    }
}
