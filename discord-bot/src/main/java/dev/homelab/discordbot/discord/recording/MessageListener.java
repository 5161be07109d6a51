package dev.homelab.discordbot.discord.recording;

import dev.homelab.discordbot.transcript.TranscriptRecorder;
import java.time.OffsetDateTime;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.MessageUpdateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.springframework.stereotype.Component;

/** Has everything recorded that happens to messages in the threads that the bot has made. */
@Component
class MessageListener extends ListenerAdapter {

    private final TranscriptRecorder recorder;

    MessageListener(TranscriptRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        Message message = event.getMessage();
        if (isOurs(event.getChannel()) && isSaid(message)) {
            ThreadChannel thread = event.getChannel().asThreadChannel();
            Persistence.record(thread, () -> recorder.said(MessageReading.of(message, thread, event.getMember())));
        }
    }

    @Override
    public void onMessageUpdate(MessageUpdateEvent event) {
        Message message = event.getMessage();
        if (isOurs(event.getChannel()) && isSaid(message)) {
            ThreadChannel thread = event.getChannel().asThreadChannel();
            OffsetDateTime edited = message.getTimeEdited();
            Persistence.record(
                    thread,
                    () -> recorder.edited(
                            MessageReading.of(message, thread, event.getMember()),
                            (edited == null ? message.getTimeCreated() : edited).toInstant()));
        }
    }

    @Override
    public void onMessageDelete(MessageDeleteEvent event) {
        if (isOurs(event.getChannel())) {
            Persistence.record(
                    event.getChannel().asThreadChannel(), () -> recorder.deleted(List.of(event.getMessageIdLong())));
        }
    }

    @Override
    public void onMessageBulkDelete(MessageBulkDeleteEvent event) {
        if (isOurs(event.getChannel())) {
            List<Long> ids = event.getMessageIds().stream().map(Long::valueOf).toList();
            Persistence.record(event.getChannel().asThreadChannel(), () -> recorder.deleted(ids));
        }
    }

    static boolean isOurs(MessageChannel channel) {
        return channel instanceof ThreadChannel thread
                && thread.getOwnerIdLong() == thread.getJDA().getSelfUser().getIdLong();
    }

    /** "… was added" and the like are no words of anybody. */
    static boolean isSaid(Message message) {
        return !message.getType().isSystem() && !message.isEphemeral();
    }
}
