package dev.homelab.discordbot.discord.channel;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages that were there when they were looked for: Discord tells when one goes, so it is not looked for again. */
@Component
class SeenPosts extends ListenerAdapter {

    private final Set<Long> there = new HashSet<>();
    private long told;

    /** Whether a message is there; costs a call unless it was there before. */
    boolean has(TextChannel channel, @Nullable Long messageId) {
        if (messageId == null) {
            return false;
        }
        long before;
        synchronized (this) {
            if (there.contains(messageId)) {
                return true;
            }
            before = told;
        }
        boolean found = Messages.has(channel, messageId);
        synchronized (this) {
            // What Discord told meanwhile may be of this one.
            if (found && told == before) {
                there.add(messageId);
            }
        }
        return found;
    }

    private synchronized void forget(Collection<Long> gone) {
        told++;
        there.removeAll(gone);
    }

    private synchronized void forgetAll() {
        told++;
        there.clear();
    }

    /** What happens in a channel that the bot does not see is not told. */
    void forget(@Nullable Long messageId) {
        if (messageId != null) {
            forget(Set.of(messageId));
        }
    }

    @Override
    public void onMessageDelete(MessageDeleteEvent event) {
        forget(Set.of(event.getMessageIdLong()));
    }

    @Override
    public void onMessageBulkDelete(MessageBulkDeleteEvent event) {
        forget(event.getMessageIds().stream().map(Long::valueOf).toList());
    }

    /** What happened before is not told. */
    @Override
    public void onGuildReady(GuildReadyEvent event) {
        forgetAll();
    }

    /** What happened before is not told. */
    @Override
    public void onGuildAvailable(GuildAvailableEvent event) {
        forgetAll();
    }

    /** After a reconnect without resume, what happened meanwhile is not told. */
    @Override
    public void onSessionRecreate(SessionRecreateEvent event) {
        forgetAll();
    }
}
