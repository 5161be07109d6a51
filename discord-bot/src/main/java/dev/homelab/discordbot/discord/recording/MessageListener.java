package dev.homelab.discordbot.discord.recording;

import dev.homelab.discordbot.transcript.TranscriptRecorder;
import java.time.OffsetDateTime;
import java.util.Collections;
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
    private final Missed missed;

    MessageListener(TranscriptRecorder recorder, Missed missed) {
        this.recorder = recorder;
        this.missed = missed;
    }

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
        Message message = event.getMessage();
        if (isOurs(event.getChannel()) && isSaid(message)) {
            ThreadChannel thread = event.getChannel().asThreadChannel();
            missed.speaks(thread, message.getIdLong());
            Persistence.record(
                    thread,
                    () -> recorder.said(MessageReading.of(message, thread, event.getMember())),
                    () -> missed.isUnsure(thread.getIdLong(), message.getIdLong()));
        }
    }

    @Override
    public void onMessageUpdate(MessageUpdateEvent event) {
        Message message = event.getMessage();
        if (isOurs(event.getChannel()) && isSaid(message)) {
            ThreadChannel thread = event.getChannel().asThreadChannel();
            OffsetDateTime edited = message.getTimeEdited();
            missed.speaks(thread, message.getIdLong());
            Persistence.record(
                    thread,
                    () -> recorder.edited(
                            MessageReading.of(message, thread, event.getMember()),
                            (edited == null ? message.getTimeCreated() : edited).toInstant()),
                    () -> changeWasMissed(thread, message.getIdLong()));
        }
    }

    @Override
    public void onMessageDelete(MessageDeleteEvent event) {
        if (isOurs(event.getChannel())) {
            delete(event.getChannel().asThreadChannel(), List.of(event.getMessageIdLong()));
        }
    }

    @Override
    public void onMessageBulkDelete(MessageBulkDeleteEvent event) {
        if (isOurs(event.getChannel())) {
            delete(
                    event.getChannel().asThreadChannel(),
                    event.getMessageIds().stream().map(Long::valueOf).toList());
        }
    }

    private void delete(ThreadChannel thread, List<Long> ids) {
        Persistence.record(thread, () -> recorder.deleted(ids), () -> changeWasMissed(thread, Collections.min(ids)));
    }

    /** The message itself is recorded, and is to be compared. */
    private void changeWasMissed(ThreadChannel thread, long messageId) {
        missed.isUnsure(thread.getIdLong(), messageId + 1);
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
