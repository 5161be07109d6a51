package dev.homelab.discordbot.discord.message;

import dev.homelab.discordbot.discord.Messenger.NotNow;
import dev.homelab.discordbot.discord.NoticeBoard;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.language.Phrase;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.springframework.stereotype.Component;

/** Posts notices through JDA, as embeds, in which nobody can be mentioned. */
@Component
class ChannelNoticeBoard implements NoticeBoard {

    private final DiscordConnection discord;
    private final OnceForEachKey once;

    ChannelNoticeBoard(DiscordConnection discord, OnceForEachKey once) {
        this.discord = discord;
        this.once = once;
    }

    @Override
    public void post(UUID key, long channelId, Notice notice) {
        if (discord.sessions().isEmpty()) {
            throw new NotNow("The bot is not connected to Discord here.");
        }
        MessageEmbed embed = new EmbedBuilder()
                .setTitle(notice.title(), notice.address())
                .setDescription(notice.text().isBlank() ? null : notice.text())
                .setColor(notice.colour())
                .setTimestamp(notice.at())
                .build();
        try {
            once.send(
                    key,
                    () -> channel(channelId),
                    MessageCreateData.fromEmbeds(embed),
                    message -> isSame(message, embed));
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.UNKNOWN_CHANNEL
                    || e.getErrorResponse() == ErrorResponse.MISSING_ACCESS
                    || e.getErrorResponse() == ErrorResponse.MISSING_PERMISSIONS) {
                throw new Refused(Phrase.of("refused.no-notices-there"));
            }
            throw new NotNow("Discord answered " + e.getErrorCode() + ", " + e.getMeaning() + ".");
        }
    }

    private GuildMessageChannel channel(long id) {
        return discord.sessions().stream()
                .flatMap(session -> Stream.ofNullable(session.getChannelById(GuildMessageChannel.class, id)))
                .findFirst()
                .filter(found -> found.canTalk()
                        && found.getGuild()
                                .getSelfMember()
                                .hasPermission(found, Permission.MESSAGE_EMBED_LINKS, Permission.MESSAGE_HISTORY))
                .orElseThrow(() -> new Refused(Phrase.of("refused.no-notices-there")));
    }

    private static boolean isSame(Message message, MessageEmbed embed) {
        return message.getEmbeds().stream()
                .anyMatch(shown -> Objects.equals(shown.getTitle(), embed.getTitle())
                        && Objects.equals(shown.getUrl(), embed.getUrl())
                        && Objects.equals(shown.getDescription(), embed.getDescription()));
    }
}
