package dev.homelab.local.discord.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks what is to be said and puts it into a message. */
final class MessageForm {

    private static final int SUPPRESS_EMBEDS = 1 << 2;
    private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    private static final int SETTABLE =
            SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | Message.EPHEMERAL | Message.COMPONENTS_V2;

    private final World world;

    MessageForm(World world) {
        this.world = world;
    }

    /** Fills a fresh message, or changes those things of an old one that the draft names. */
    void fill(Message message, Draft draft, Channel channel, boolean fresh) {
        Form form = new Form(draft.body());
        Message next = new Message(message.id, message.channelId, message.authorId, message.sentAt);
        next.flags = flags(form, message, fresh);
        next.content =
                form.has("content") ? Objects.requireNonNullElse(form.text("content", 0, 2000), "") : message.content;
        next.embeds = form.has("embeds") ? Embeds.read(form) : message.embeds;
        next.attachments = attachments(form, draft, message);
        next.components = form.has("components")
                ? new MessageComponents(form.errors(), next, world).read(form.list("components", 40))
                : message.components;
        next.reference = reply(form, message, channel);
        String nonce = form.text("nonce", 0, 25);
        next.nonce = nonce == null ? message.nonce : nonce;
        next.tts = Boolean.TRUE.equals(form.flag("tts"));
        ObjectNode allowed = form.map("allowed_mentions");
        form.ignore("enforce_nonce", "sticker_ids");
        refuseContentWithV2(form, next);
        form.finish();
        if (next.content.isBlank()
                && next.embeds.isEmpty()
                && next.components.isEmpty()
                && next.attachments.isEmpty()) {
            throw DiscordError.EMPTY_MESSAGE.exception();
        }
        resolveAttachments(next);
        Mentions.read(world, channel, next, allowed);
        take(next, message);
    }

    private static void take(Message from, Message to) {
        to.content = from.content;
        to.embeds = from.embeds;
        to.components = from.components;
        to.attachments = from.attachments;
        to.flags = from.flags;
        to.reference = from.reference;
        to.nonce = from.nonce;
        to.tts = from.tts;
        to.mentions = from.mentions;
        to.mentionedRoles = from.mentionedRoles;
        to.mentionsEveryone = from.mentionsEveryone;
    }

    /** An edit may add components V2 and never take them away. */
    private static int flags(Form form, Message message, boolean fresh) {
        Integer asked = form.integer("flags", 0, Integer.MAX_VALUE);
        if (asked == null) {
            return message.flags;
        }
        int kept = fresh ? message.flags : message.flags & ~(SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS);
        return kept | (asked & SETTABLE & ~Message.EPHEMERAL);
    }

    private static void refuseContentWithV2(Form form, Message message) {
        if (!message.usesComponentsV2()) {
            return;
        }
        String code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2";
        if (!message.content.isEmpty()) {
            form.errors()
                    .add(
                            "content",
                            code,
                            "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
        if (!message.embeds.isEmpty()) {
            form.errors()
                    .add("embeds", code, "The 'embeds' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
    }

    private List<Attachment> attachments(Form form, Draft draft, Message message) {
        ArrayNode listed = form.list("attachments", 10);
        List<Attachment> files = new ArrayList<>();
        for (Attachment old : message.attachments) {
            if (listed == null || find(listed, old.id()) != null) {
                files.add(old);
            }
        }
        for (Map.Entry<Integer, Draft.Upload> entry : draft.files().entrySet()) {
            JsonNode described = listed == null ? null : find(listed, entry.getKey());
            files.add(upload(entry.getValue(), described));
        }
        if (files.size() > 10) {
            form.errors().add("attachments", "BASE_TYPE_BAD_LENGTH", "Must be 10 or fewer in length.");
        }
        return files;
    }

    Attachment upload(Draft.Upload upload, @Nullable JsonNode described) {
        String name = described != null && described.path("filename").isString()
                ? described.path("filename").asString()
                : upload.filename();
        String description =
                described == null ? null : described.path("description").asString(null);
        return new Attachment(world.ids.next(), name, upload.contentType(), description, upload.bytes());
    }

    private static @Nullable JsonNode find(ArrayNode listed, long id) {
        for (JsonNode each : listed) {
            if (each.path("id").asString().equals(Long.toString(id))) {
                return each;
            }
        }
        return null;
    }

    private @Nullable ObjectNode reply(Form form, Message message, Channel channel) {
        ObjectNode asked = form.map("message_reference");
        if (asked == null) {
            return message.reference;
        }
        Form reference = new Form(asked);
        reference.ignore("channel_id", "guild_id", "type");
        Long id = reference.id("message_id");
        boolean strict = !Boolean.FALSE.equals(reference.flag("fail_if_not_exists"));
        reference.finish();
        if (id == null || !channel.messages.containsKey(id)) {
            if (strict) {
                form.errors().add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
            }
            return null;
        }
        message.type = 19;
        ObjectNode json = Json.object().put("type", 0).put("message_id", Long.toString(id));
        return json.setAll(Messages.located(channel));
    }

    /** Embeds may show files of the same message as attachment://name. */
    private void resolveAttachments(Message message) {
        for (Attachment file : message.attachments) {
            String url = world.messages().files().url(message.channelId, file);
            for (JsonNode embed : message.embeds) {
                for (String place : List.of("image", "thumbnail")) {
                    if (embed.get(place) instanceof ObjectNode picture
                            && picture.path("url").asString().equals("attachment://" + file.filename())) {
                        picture.put("url", url).put("proxy_url", url);
                    }
                }
            }
        }
    }
}
