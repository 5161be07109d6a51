package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.PIN_MESSAGES;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Pinned messages. */
public final class Pins {

    private static final int MOST = 250;
    private static final int PINNED = 6;

    private final World world;

    Pins(World world) {
        this.world = world;
    }

    /** The pinned messages, those pinned last first. */
    public List<Message> of(Channel channel, Actor actor) {
        return world.messages().history(channel, actor).stream()
                .filter(message -> message.pinnedAt != null)
                .sorted(Comparator.comparing(Message::pinnedAt).reversed())
                .toList();
    }

    public void set(Channel channel, Message message, boolean pinned, Actor actor) {
        world.permissions().require(channel, actor.userId(), PIN_MESSAGES);
        if (channel.isArchived()) {
            throw DiscordError.ARCHIVED_THREAD.exception();
        }
        if (pinned == (message.pinnedAt != null)) {
            return;
        }
        if (pinned && of(channel, actor).size() >= MOST) {
            throw DiscordError.MAX_PINS.exception();
        }
        message.pinnedAt = pinned ? world.now() : null;
        if (!channel.isDirect()) {
            int action = pinned ? AuditLog.MESSAGE_PIN : AuditLog.MESSAGE_UNPIN;
            world.auditLog().add(channel.guildId, action, message.authorId, actor);
        }
        world.messages().changed(message);
        publish(channel);
        if (pinned) {
            world.messages().system(channel, PINNED, "", actor, channel.id, message.id);
        }
    }

    private void publish(Channel channel) {
        ObjectNode json = Messages.located(channel);
        channel.messages().stream()
                .map(Message::pinnedAt)
                .filter(java.util.Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> json.put("last_pin_timestamp", last.toString()));
        int intents = channel.isDirect() ? Intents.DIRECT_MESSAGES : Intents.GUILDS;
        boolean seen = world.permissions().sees(channel, world.botId());
        world.emit(new Event("CHANNEL_PINS_UPDATE", json, channel.guildId, channel.id, intents, seen, false));
    }
}
