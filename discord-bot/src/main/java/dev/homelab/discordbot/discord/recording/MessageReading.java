package dev.homelab.discordbot.discord.recording;

import dev.homelab.discordbot.discord.People;
import dev.homelab.discordbot.transcript.Said;
import dev.homelab.discordbot.transcript.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageReference;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.requests.GatewayIntent;
import org.jspecify.annotations.Nullable;

/** Discord's messages as the transcript knows them. */
final class MessageReading {

    private MessageReading() {}

    /** @param member the author in the server; null when unknown, as after they have left */
    static Said of(Message message, ThreadChannel thread, @Nullable Member member) {
        MessageReference reference = message.getMessageReference();
        return new Said(
                message.getIdLong(),
                thread.getIdLong(),
                People.of(message.getAuthor()),
                message.getAuthor().isBot() || message.isWebhookMessage(),
                member == null
                        ? Set.of()
                        : member.getRoles().stream().map(ISnowflake::getIdLong).collect(Collectors.toUnmodifiableSet()),
                member != null && member.hasPermission(thread.getParentChannel(), Permission.MANAGE_THREADS),
                message.getTimeCreated().toInstant(),
                words(message),
                reference == null || reference.getMessageIdLong() == 0 ? null : reference.getMessageIdLong(),
                message.getAttachments().stream()
                        .map(file ->
                                new Said.Upload(file.getIdLong(), file.getFileName(), file.getSize(), file.getUrl()))
                        .toList());
    }

    private static Words words(Message message) {
        Map<String, String> names = new HashMap<>();
        message.getMentions().getUsers().forEach(user -> names.put("@" + user.getId(), user.getEffectiveName()));
        message.getMentions().getRoles().forEach(role -> names.put("&" + role.getId(), role.getName()));
        message.getMentions().getChannels().forEach(channel -> names.put("#" + channel.getId(), channel.getName()));
        return new Words(message.getContentRaw(), ReadableText.of(message), names, isBlank(message));
    }

    /** Discord blanks what others wrote when the intent is missing; a mention of the bot lifts it. */
    private static boolean isBlank(Message message) {
        boolean own = message.getAuthor().getIdLong()
                == message.getJDA().getSelfUser().getIdLong();
        return !own
                && !message.getJDA().getGatewayIntents().contains(GatewayIntent.MESSAGE_CONTENT)
                && message.getContentRaw().isEmpty();
    }
}
