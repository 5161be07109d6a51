package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.ticket.Ticket;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel.AutoArchiveDuration;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.springframework.stereotype.Component;

/** Everything that the bot makes in a server, with the fewest calls to Discord. */
@Component
public class TicketChannelManager {

    private static final int LONGEST_THREAD_NAME = 100;

    private final GuildRegistry guilds;
    private final GuildLayout layout;

    TicketChannelManager(GuildRegistry guilds, GuildLayout layout) {
        this.guilds = guilds;
        this.layout = layout;
    }

    /** Makes what the server lacks, found by stored ids; a whole layout costs one call, which looks for the panel. */
    public void prepare(Guild guild) {
        GuildSetup setup = guilds.joined(guild.getIdLong(), guild.getName());
        List<TicketType> types = guilds.typesOf(guild.getIdLong());
        TextChannel panelChannel = layout.repair(guild, setup, types);
        if (!hasPanel(panelChannel, setup)) {
            Message panel = panelChannel.sendMessage(Panel.of(types)).complete();
            setup.panelPosted(panel.getIdLong());
        }
        guilds.save(setup);
    }

    /**
     * Opens the ticket's private thread, in two counted calls; the mention in the first message adds the opener.
     *
     * @return the thread's id
     */
    public long openThread(Guild guild, Ticket ticket) {
        TicketType type = guilds.type(ticket.typeId());
        ThreadChannel thread = channelOf(guild, type)
                .createThreadChannel(threadName(ticket), true)
                .setInvitable(false)
                .setAutoArchiveDuration(AutoArchiveDuration.TIME_1_WEEK)
                .complete();
        thread.sendMessage(FirstMessage.of(ticket, type)).complete();
        return thread.getIdLong();
    }

    /** Finishes the opening of a thread that a crash left behind, with or without its first message. */
    public void finishThread(ThreadChannel thread, Ticket ticket) {
        if (thread.getMessageCount() == 0) {
            thread.sendMessage(FirstMessage.of(ticket, guilds.type(ticket.typeId())))
                    .complete();
        }
    }

    /** Locks and archives in one call; a thread that is archived or gone already is as closed as it gets. */
    public void closeThread(Guild guild, Ticket ticket) {
        ThreadChannel thread = guild.getThreadChannelById(Objects.requireNonNull(ticket.threadId()));
        if (thread == null) {
            return;
        }
        try {
            thread.getManager()
                    .setLocked(true)
                    .setArchived(true)
                    .reason("Ticket #" + ticket.number() + " was closed")
                    .complete();
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() != ErrorResponse.UNKNOWN_CHANNEL) {
                throw e;
            }
        }
    }

    /**
     * Posts the card of a closed ticket.
     *
     * @return the message's id
     */
    public long postCard(Guild guild, Ticket ticket) {
        TicketType type = guilds.type(ticket.typeId());
        Long channelId = type.archiveChannelId();
        TextChannel archive = channelId == null ? null : guild.getTextChannelById(channelId);
        if (archive == null) {
            throw new MissingChannel("archive channel", type.name());
        }
        return archive.sendMessage(ArchiveCard.of(ticket, type)).complete().getIdLong();
    }

    static String threadName(Ticket ticket) {
        String name = threadPrefix(ticket) + " " + ticket.title();
        return name.length() <= LONGEST_THREAD_NAME ? name : name.substring(0, LONGEST_THREAD_NAME - 1) + "…";
    }

    static String threadPrefix(Ticket ticket) {
        return "🎫 Ticket #" + ticket.number() + ":";
    }

    private static TextChannel channelOf(Guild guild, TicketType type) {
        Long channelId = type.channelId();
        TextChannel channel = channelId == null ? null : guild.getTextChannelById(channelId);
        if (channel == null) {
            throw new MissingChannel("channel", type.name());
        }
        return channel;
    }

    private static boolean hasPanel(TextChannel channel, GuildSetup setup) {
        Long messageId = setup.panelMessageId();
        if (messageId == null) {
            return false;
        }
        try {
            channel.retrieveMessageById(messageId).complete();
            return true;
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.UNKNOWN_MESSAGE) {
                return false;
            }
            throw e;
        }
    }
}
