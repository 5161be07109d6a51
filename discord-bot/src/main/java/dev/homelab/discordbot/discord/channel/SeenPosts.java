package dev.homelab.discordbot.discord.channel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages that were there when they were looked for: Discord tells when one goes, so none is looked for twice. */
@Component
class SeenPosts extends ListenerAdapter {

    private final Set<Long> there = ConcurrentHashMap.newKeySet();

    /** Whether a message is there; costs a call unless it was there before. */
    boolean has(TextChannel channel, @Nullable Long messageId) {
        // Kept before it is looked for, so that what Discord tells meanwhile is not overwritten.
        if (messageId == null || !there.add(messageId)) {
            return messageId != null;
        }
        boolean found = false;
        try {
            found = Messages.has(channel, messageId);
        } finally {
            if (!found) {
                there.remove(messageId);
            }
        }
        return found;
    }

    @Override
    public void onMessageDelete(MessageDeleteEvent event) {
        there.remove(event.getMessageIdLong());
    }

    @Override
    public void onMessageBulkDelete(MessageBulkDeleteEvent event) {
        event.getMessageIds().forEach(id -> there.remove(Long.valueOf(id)));
    }

    /** What happened before is not told. */
    @Override
    public void onGuildReady(GuildReadyEvent event) {
        there.clear();
    }

    /** After a reconnect without resume, what happened meanwhile is not told. */
    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        there.clear();
    }
}
