package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.ATTACH_FILES;
import static dev.homelab.local.discord.world.Permission.EMBED_LINKS;
import static dev.homelab.local.discord.world.Permission.MANAGE_MESSAGES;
import static dev.homelab.local.discord.world.Permission.SEND_MESSAGES;
import static dev.homelab.local.discord.world.Permission.SEND_MESSAGES_IN_THREADS;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Saying, changing and deleting. */
public final class Messages {

    private final World world;
    private final MessageForm forms;
    private final Attachments files;
    private final Reactions reactions;
    private final Pins pins;

    Messages(World world) {
        this.world = world;
        this.files = new Attachments(world);
        this.forms = new MessageForm(world);
        this.reactions = new Reactions(world);
        this.pins = new Pins(world);
    }

    public Attachments files() {
        return files;
    }

    public Pins pins() {
        return pins;
    }

    public Reactions reactions() {
        return reactions;
    }

    /** The message, unless {@code viewer} cannot see it. */
    public Message get(Channel channel, long messageId, long viewer) {
        Message message = channel.messages.get(messageId);
        if (message == null || !message.visibleTo(viewer)) {
            throw DiscordError.UNKNOWN_MESSAGE.exception();
        }
        return message;
    }

    /** What the user may read, oldest first; refused without access, empty without Read Message History. */
    public List<Message> history(Channel channel, Actor actor) {
        world.permissions().require(channel, actor.userId());
        return world.permissions().has(channel, actor.userId(), Permission.READ_MESSAGE_HISTORY)
                ? channel.messages()
                : List.of();
    }

    /** What the user sees of a channel, oldest first, ephemeral messages to them included. */
    public List<Message> seenBy(Channel channel, Actor actor) {
        history(channel, actor);
        return channel.messages.values().stream()
                .filter(message -> message.visibleTo(actor.userId()))
                .toList();
    }

    public Message send(Channel channel, Draft draft, Actor actor) {
        if (!ChannelType.holdsMessages(channel.type)) {
            throw DiscordError.WRONG_CHANNEL_TYPE.exception();
        }
        Message twin = twin(channel, draft.body(), actor);
        if (twin != null) {
            return twin;
        }
        maySend(channel, draft, actor);
        Message message = new Message(world.ids.next(), channel.id, actor.userId(), world.now());
        forms.fill(message, draft, channel, true);
        if (channel.isThread()) {
            world.threads().wake(channel, actor.userId());
        }
        return post(channel, message);
    }

    private void maySend(Channel channel, Draft draft, Actor actor) {
        if (channel.isDirect()) {
            boolean open =
                    channel.recipients.stream().allMatch(id -> world.user(id).messagable());
            if (!open) {
                throw DiscordError.CANNOT_MESSAGE_USER.exception();
            }
            return;
        }
        world.permissions()
                .require(channel, actor.userId(), channel.isThread() ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES);
        if (!draft.body().path("embeds").isEmpty()) {
            world.permissions().require(channel, actor.userId(), EMBED_LINKS);
        }
        if (!draft.files().isEmpty()) {
            world.permissions().require(channel, actor.userId(), ATTACH_FILES);
        }
    }

    /** With enforce_nonce, the message that the same author sent with the same nonce within the last minutes. */
    private @Nullable Message twin(Channel channel, ObjectNode body, Actor actor) {
        if (!body.path("enforce_nonce").asBoolean(false)) {
            return null;
        }
        String nonce = body.path("nonce").asString("");
        return channel.messages.values().stream()
                .filter(message -> message.authorId == actor.userId() && nonce.equals(message.nonce))
                .filter(message -> message.sentAt.plus(Duration.ofMinutes(5)).isAfter(world.now()))
                .findFirst()
                .orElse(null);
    }

    /** Lets an interaction's answer speak: in its own way, and to one person alone when it is ephemeral. */
    Message answer(Channel channel, Message message, Draft draft) {
        forms.fill(message, draft, channel, true);
        return post(channel, message);
    }

    /** Keeps a file that belongs to no message, such as one sent with a form. */
    Message keep(Channel channel, Draft.Upload upload) {
        Message holder = new Message(world.ids.next(), channel.id, world.botId(), world.now());
        holder.visibleTo = -1;
        holder.attachments.add(forms.upload(upload, null));
        channel.messages.put(holder.id, holder);
        return holder;
    }

    /** Puts a finished message into the channel, without asking whether its author may. */
    Message post(Channel channel, Message message) {
        if (message.isEphemeral()) {
            channel.messages.put(message.id, message);
            world.emit(Event.unseen(channel.guildId, channel.id));
            return message;
        }
        if (channel.thread != null) {
            said(channel, channel.thread, message);
        }
        channel.messages.put(message.id, message);
        channel.lastMessageId = message.id;
        publish("MESSAGE_CREATE", message);
        return message;
    }

    private void said(Channel channel, ThreadState thread, Message message) {
        world.threads().members().put(channel, message.authorId);
        thread.messagesSent++;
        thread.lastActivity = world.now();
        boolean hidden = channel.type == ChannelType.PRIVATE_THREAD;
        if (!hidden || world.rules().mentionsAddToThreads()) {
            world.threads().members().mentioned(channel, message.mentions);
            message.mentionedRoles.forEach(role -> world.threads().members().mentionedRole(channel, role));
        }
    }

    /** A message of Discord's own, such as "started a thread". */
    void system(Channel channel, int type, String content, Actor actor, long referencedChannel, long referenced) {
        Message message = new Message(world.ids.next(), channel.id, actor.userId(), world.now());
        message.type = type;
        message.content = content;
        message.reference = Json.object().put("type", 0).put("channel_id", Long.toString(referencedChannel));
        if (!channel.isDirect()) {
            message.reference.put("guild_id", Long.toString(channel.guildId));
        }
        if (referenced != 0) {
            message.reference.put("message_id", Long.toString(referenced));
        }
        post(channel, message);
    }

    public Message edit(Channel channel, Message message, Draft draft, Actor actor) {
        world.permissions().require(channel, actor.userId());
        if (message.authorId != actor.userId()) {
            throw DiscordError.CANNOT_EDIT_OTHERS.exception();
        }
        return amend(channel, message, draft);
    }

    /** Changes a message without asking whether its author may. */
    Message amend(Channel channel, Message message, Draft draft) {
        requireAwake(channel, message);
        forms.fill(message, draft, channel, false);
        message.editedAt = world.now();
        changed(message);
        return message;
    }

    /** An archived thread refuses what others would see. */
    static void requireAwake(Channel channel, Message message) {
        if (!message.isEphemeral() && channel.isArchived()) {
            throw DiscordError.ARCHIVED_THREAD.exception();
        }
    }

    void changed(Message message) {
        if (message.isEphemeral()) {
            world.emit(Event.unseen(world.channel(message.channelId).guildId, message.channelId));
        } else {
            publish("MESSAGE_UPDATE", message);
        }
    }

    public void delete(Channel channel, Message message, Actor actor) {
        world.permissions().require(channel, actor.userId());
        if (message.authorId != actor.userId()) {
            if (channel.isDirect()) {
                throw DiscordError.DM_ACTION.exception();
            }
            world.permissions().require(channel, actor.userId(), MANAGE_MESSAGES);
            world.auditLog().add(channel.guildId, AuditLog.MESSAGE_DELETE, message.authorId, actor);
        }
        remove(channel, message);
    }

    void remove(Channel channel, Message message) {
        channel.messages.remove(message.id);
        if (message.isEphemeral()) {
            world.emit(Event.unseen(channel.guildId, channel.id));
            return;
        }
        ObjectNode json = located(channel).put("id", Long.toString(message.id));
        emit("MESSAGE_DELETE", json, channel, false);
    }

    /** Deletes 2 to 100 messages, none older than 14 days. */
    public void deleteAll(Channel channel, Set<Long> ids, Actor actor) {
        world.permissions().require(channel, actor.userId(), MANAGE_MESSAGES);
        if (ids.size() < 2 || ids.size() > 100) {
            throw DiscordError.BULK_SIZE.exception();
        }
        if (ids.stream()
                .anyMatch(id -> Snowflakes.timeOf(id).plus(Duration.ofDays(14)).isBefore(world.now()))) {
            throw DiscordError.BULK_TOO_OLD.exception();
        }
        removeAll(channel, ids);
    }

    /** Removes those of the messages that are there and that all may see. */
    void removeAll(Channel channel, Set<Long> ids) {
        Set<Long> gone = new LinkedHashSet<>(ids);
        gone.removeIf(id ->
                !channel.messages.containsKey(id) || channel.messages.get(id).isEphemeral());
        channel.messages.keySet().removeAll(gone);
        ObjectNode json = located(channel);
        json.set("ids", Json.ids(gone));
        emit("MESSAGE_DELETE_BULK", json, channel, false);
    }

    @Nullable
    Message referenced(Message message) {
        if (message.reference == null || !message.reference.has("message_id")) {
            return null;
        }
        Channel channel =
                world.state.channels.get(message.reference.path("channel_id").asLong());
        return channel == null
                ? null
                : channel.messages.get(message.reference.path("message_id").asLong());
    }

    private void publish(String type, Message message) {
        Channel channel = world.channel(message.channelId);
        Guild guild = channel.isDirect() ? null : world.guild(channel.guildId);
        boolean open =
                channel.isDirect() || message.authorId == world.botId() || message.mentions.contains(world.botId());
        emit(type, MessageJson.event(world, message, guild), channel, !open);
    }

    void emit(String type, ObjectNode json, Channel channel, boolean privileged) {
        int intents = channel.isDirect() ? Intents.DIRECT_MESSAGES : Intents.GUILD_MESSAGES;
        boolean seen = world.permissions().sees(channel, world.botId());
        world.emit(new Event(type, json, channel.guildId, channel.id, intents, seen, privileged));
    }

    static ObjectNode located(Channel channel) {
        ObjectNode json = Json.object().put("channel_id", Long.toString(channel.id));
        return channel.isDirect() ? json : json.put("guild_id", Long.toString(channel.guildId));
    }
}
