package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.DiscordFailed;
import dev.homelab.discordbot.discord.GuildChanges;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.Staff;
import dev.homelab.discordbot.discord.StaffVoice;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.ticket.TicketActivity;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.transcript.WebReplies;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What is done on Discord for people who sit at the web. */
@Component
class RemoteStaff implements StaffVoice, GuildChanges {

    private final DiscordConnection discord;
    private final GuildRegistry guilds;
    private final TicketShelf shelf;
    private final TicketActivity activity;
    private final WebReplies webReplies;
    private final TicketChannelManager channels;
    private final Clock clock;

    RemoteStaff(
            @Lazy DiscordConnection discord,
            GuildRegistry guilds,
            TicketShelf shelf,
            TicketActivity activity,
            WebReplies webReplies,
            TicketChannelManager channels,
            Clock clock) {
        this.discord = discord;
        this.guilds = guilds;
        this.shelf = shelf;
        this.activity = activity;
        this.webReplies = webReplies;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public void say(UUID ticketId, long staffUserId, String text) {
        TicketView ticket = shelf.find(ticketId)
                .filter(each -> each.state() == TicketState.OPEN && each.threadId() != null)
                .orElseThrow(() -> new Refused(Phrase.of("refused.not-open")));
        Guild guild = guild(ticket.guildId()).orElseThrow(() -> new Refused(Phrase.of("refused.away")));
        long threadId = Objects.requireNonNull(ticket.threadId());
        long said = post(guild, ticket, threadId, staffUserId, text);
        webReplies.written(said, staffUserId);
        activity.said(threadId, said, true, clock.instant());
    }

    private long post(Guild guild, TicketView ticket, long threadId, long staffUserId, String text) {
        try {
            return ArchivedThread.of(guild, threadId)
                    .say(card(staff(guild, ticket, staffUserId), text))
                    .orElseThrow(() -> new Refused(Phrase.of("refused.not-open")));
        } catch (ErrorResponseException e) {
            throw new DiscordFailed(e);
        }
    }

    private static MessageCreateData card(Member member, String text) {
        return new MessageCreateBuilder()
                .setEmbeds(new EmbedBuilder()
                        .setAuthor(member.getEffectiveName(), null, member.getEffectiveAvatarUrl())
                        .setDescription(text)
                        .setColor(Colours.OPEN)
                        .build())
                .build();
    }

    private Member staff(Guild guild, TicketView ticket, long userId) {
        try {
            Member member = guild.retrieveMemberById(userId).complete();
            if (Staff.includes(member, guilds.type(ticket.typeId()))) {
                return member;
            }
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() != ErrorResponse.UNKNOWN_MEMBER
                    && e.getErrorResponse() != ErrorResponse.UNKNOWN_USER) {
                throw e;
            }
            throw new Refused(Phrase.of("refused.not-a-member"));
        }
        throw new Refused(Phrase.of("refused.not-staff"));
    }

    @Override
    public void follow(long guildId) {
        guild(guildId).ifPresent(guild -> {
            channels.prepare(guild);
            channels.refreshPanels(guild);
        });
    }

    private Optional<Guild> guild(long guildId) {
        return discord.guild(guildId);
    }
}
