package dev.homelab.local.discord.world;

import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot does with an interaction: the first answer, later ones, edits and deletes. */
public final class Answers {

    public static final int MESSAGE = 4;
    public static final int DEFERRED_MESSAGE = 5;
    public static final int DEFERRED_UPDATE = 6;
    public static final int UPDATE = 7;
    public static final int AUTOCOMPLETE = 8;
    public static final int MODAL = 9;

    private final World world;

    Answers(World world) {
        this.world = world;
    }

    /** The first answer, within three seconds; returns what {@code with_response} asks for. */
    public ObjectNode first(long id, String token, Draft draft) {
        Interaction interaction = world.interactions().get(id);
        if (!interaction.token.equals(token) || world.interactions().expired(interaction)) {
            throw DiscordError.UNKNOWN_INTERACTION.exception();
        }
        if (interaction.answer != 0) {
            throw DiscordError.ALREADY_ACKNOWLEDGED.exception();
        }
        Form form = new Form(draft.body());
        int type = Objects.requireNonNullElse(form.choice("type", 4, 5, 6, 7, 8, 9), 0);
        ObjectNode data = Objects.requireNonNullElseGet(form.map("data"), Json::object);
        fits(form, type, interaction);
        form.finish();
        try {
            apply(interaction, type, new Draft(data, draft.files()));
        } catch (DiscordException e) {
            throw e.error().within("data").exception();
        }
        interaction.answer = type;
        return InteractionJson.callback(world, interaction);
    }

    private static void fits(Form form, int type, Interaction interaction) {
        boolean update = type == UPDATE || type == DEFERRED_UPDATE;
        boolean completion = interaction.type == Interaction.AUTOCOMPLETE;
        boolean modalAfterModal = type == MODAL && interaction.type == Interaction.MODAL_SUBMIT;
        if ((update && interaction.source == null) || completion != (type == AUTOCOMPLETE) || modalAfterModal) {
            form.errors()
                    .add(
                            "type",
                            "INTERACTION_APPLICATION_COMMAND_INVALID_CALLBACK_TYPE",
                            "The response type is not valid for this type of interaction.");
        }
    }

    private void apply(Interaction interaction, int type, Draft draft) {
        switch (type) {
            case MESSAGE -> interaction.original = speak(interaction, draft);
            case DEFERRED_MESSAGE -> interaction.original = think(interaction, draft.body());
            case DEFERRED_UPDATE -> interaction.original = interaction.source;
            case UPDATE -> {
                Message source = Objects.requireNonNull(interaction.source);
                interaction.original = world.messages().amend(interaction.channel, source, draft);
            }
            case AUTOCOMPLETE -> interaction.choices = choices(draft.body());
            default -> interaction.modal = ModalForm.read(draft.body());
        }
    }

    private static ArrayNode choices(ObjectNode data) {
        Form form = new Form(data);
        ArrayNode choices = form.list("choices", 25);
        for (int i = 0; choices != null && i < choices.size(); i++) {
            form.errors()
                    .length(
                            "choices." + i + ".name",
                            choices.get(i).path("name").asString(""),
                            1,
                            100);
        }
        form.finish();
        return choices == null ? Json.array() : choices;
    }

    private Message speak(Interaction interaction, Draft draft) {
        Message message = blank(interaction, draft.body());
        return world.messages().answer(interaction.channel, message, draft);
    }

    private Message think(Interaction interaction, ObjectNode data) {
        Message message = blank(interaction, data);
        message.flags |= Message.LOADING;
        return world.messages().post(interaction.channel, message);
    }

    private Message blank(Interaction interaction, ObjectNode data) {
        Message message = new Message(world.ids.next(), interaction.channel.id, world.botId(), world.now());
        message.type = interaction.type == Interaction.COMMAND ? 20 : 0;
        message.interaction = InteractionJson.metadata(world, interaction);
        if ((data.path("flags").asInt(0) & Message.EPHEMERAL) != 0) {
            message.flags = Message.EPHEMERAL;
            message.visibleTo = interaction.userId;
        }
        return message;
    }

    /** A further message; the first one after a deferral takes its place. */
    public Message followUp(String token, Draft draft) {
        Interaction interaction = answered(token);
        Message original = interaction.original;
        if (original != null && original.isLoading()) {
            return fill(interaction, original, draft);
        }
        return speak(interaction, draft);
    }

    /** A message of the interaction's, by its id or {@code @original}. */
    public Message get(String token, String which) {
        Interaction interaction = answered(token);
        if (which.equals("@original")) {
            Message original = interaction.original;
            if (original == null || !interaction.channel.messages.containsKey(original.id)) {
                throw DiscordError.UNKNOWN_MESSAGE.exception();
            }
            return original;
        }
        long id = Snowflakes.parse(which);
        Message message = world.messages().get(interaction.channel, id, interaction.userId);
        if (message.authorId != world.botId()) {
            throw DiscordError.UNKNOWN_MESSAGE.exception();
        }
        return message;
    }

    public Message edit(String token, String which, Draft draft) {
        return fill(answered(token), get(token, which), draft);
    }

    private Message fill(Interaction interaction, Message message, Draft draft) {
        Messages.requireAwake(interaction.channel, message);
        message.flags &= ~Message.LOADING;
        return world.messages().amend(interaction.channel, message, draft);
    }

    public void delete(String token, String which) {
        world.messages().remove(answered(token).channel, get(token, which));
    }

    private Interaction answered(String token) {
        Interaction interaction = world.interactions().byToken(token);
        if (interaction.tokenIsOver(world.now())) {
            throw DiscordError.INVALID_WEBHOOK_TOKEN.exception();
        }
        if (interaction.answer == 0) {
            throw DiscordError.UNKNOWN_WEBHOOK.exception();
        }
        return interaction;
    }
}
