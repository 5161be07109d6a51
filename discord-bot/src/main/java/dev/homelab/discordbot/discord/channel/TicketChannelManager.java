package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.Panel;
import dev.homelab.discordbot.guild.Panels;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel.AutoArchiveDuration;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that the bot makes in a server, with the fewest calls to Discord. */
@Component
public class TicketChannelManager {

    private static final int LONGEST_THREAD_NAME = 100;

    private final GuildRegistry guilds;
    private final Panels panels;
    private final GuildLayout layout;
    private final FirstMessage firstMessage;
    private final ArchiveCard archiveCard;
    private final Phrasebook phrasebook;

    TicketChannelManager(
            GuildRegistry guilds,
            Panels panels,
            GuildLayout layout,
            FirstMessage firstMessage,
            ArchiveCard archiveCard,
            Phrasebook phrasebook) {
        this.guilds = guilds;
        this.panels = panels;
        this.layout = layout;
        this.firstMessage = firstMessage;
        this.archiveCard = archiveCard;
        this.phrasebook = phrasebook;
    }

    /** Makes what the server lacks, found by stored ids; a whole layout costs one call for each panel, to look for it. */
    public void prepare(Guild guild) {
        GuildSetup setup = guilds.joined(
                guild.getIdLong(), guild.getName(), guild.getLocale().toLocale());
        List<TicketType> types = guilds.typesOf(guild.getIdLong());
        TextChannel panelChannel = layout.repair(guild, setup, types);
        guilds.save(setup);
        panelsOf(setup, panelChannel).forEach(panel -> show(guild, panel, panelChannel, types));
    }

    private List<Panel> panelsOf(GuildSetup setup, TextChannel channel) {
        List<Panel> known = panels.findByGuildIdOrderById(setup.guildId());
        if (!known.isEmpty()) {
            return known;
        }
        return List.of(panels.save(new Panel(
                setup.guildId(),
                channel.getIdLong(),
                phrasebook.say("panel.title", setup.language()),
                phrasebook.say("panel.body", setup.language()),
                Panel.Style.BUTTONS,
                List.of())));
    }

    /** Brings the panels up to date, one call for each; those whose message is gone are posted again. */
    public void refreshPanels(Guild guild) {
        panels.findByGuildIdOrderById(guild.getIdLong()).forEach(panel -> refresh(guild, panel));
    }

    /** Shows a panel as it is set now: changes its message, or posts it. */
    public void refresh(Guild guild, Panel panel) {
        TextChannel channel = guild.getTextChannelById(panel.channelId());
        Long messageId = panel.messageId();
        if (channel == null) {
            throw new MissingChannel("channel", "the panel " + panel.title());
        }
        MessageCreateData content = PanelMessage.of(panel, guilds.typesOf(guild.getIdLong()));
        if (messageId == null || !changed(channel, messageId, content)) {
            panel.posted(channel.sendMessage(content).complete().getIdLong());
            panels.save(panel);
        }
    }

    /** Deletes a panel's message, if it is still there. */
    public void takeDown(Guild guild, Panel panel) {
        TextChannel channel = guild.getTextChannelById(panel.channelId());
        Long messageId = panel.messageId();
        if (channel != null && messageId != null && hasMessage(channel, messageId)) {
            channel.deleteMessageById(messageId).complete();
        }
    }

    /** Posts a panel whose message is gone; one whose channel is gone moves to the server's own. */
    private void show(Guild guild, Panel panel, TextChannel fallback, List<TicketType> types) {
        TextChannel channel = guild.getTextChannelById(panel.channelId());
        if (channel == null || !hasMessage(channel, panel.messageId())) {
            TextChannel target = channel == null ? fallback : channel;
            panel.lost(target.getIdLong());
            panel.posted(
                    target.sendMessage(PanelMessage.of(panel, types)).complete().getIdLong());
            panels.save(panel);
        }
    }

    /**
     * Opens the ticket's private thread, in two counted calls; the mention in the first message adds the opener.
     *
     * @return the thread's id
     */
    public long openThread(Guild guild, TicketView ticket) {
        TicketType type = guilds.type(ticket.typeId());
        ThreadChannel thread = channelOf(guild, type)
                .createThreadChannel(threadName(ticket), true)
                .setInvitable(false)
                .setAutoArchiveDuration(AutoArchiveDuration.TIME_1_WEEK)
                .complete();
        thread.sendMessage(firstMessage.of(ticket, type, language(ticket))).complete();
        return thread.getIdLong();
    }

    /** Finishes the opening of a thread that a crash left behind, with or without its first message. */
    public void finishThread(ThreadChannel thread, TicketView ticket) {
        if (thread.getMessageCount() == 0) {
            thread.sendMessage(firstMessage.of(ticket, guilds.type(ticket.typeId()), language(ticket)))
                    .complete();
        }
    }

    /** Locks and archives in one call; a thread that is archived or gone already is as closed as it gets. */
    public void closeThread(Guild guild, TicketView ticket) {
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
     * Unlocks and wakes the thread of a closed ticket in one call; makes a new one when it is gone.
     *
     * @return the thread's id
     */
    public long reopenThread(Guild guild, TicketView ticket) {
        Long threadId = ticket.threadId();
        if (threadId == null) {
            return openThread(guild, ticket);
        }
        try {
            Waking.thread(guild, threadId).complete();
            return threadId;
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() != ErrorResponse.UNKNOWN_CHANNEL) {
                throw e;
            }
            return openThread(guild, ticket);
        }
    }

    /**
     * Posts the archive's card of a ticket, or changes the one that is there.
     *
     * @return the message's id
     */
    public long showCard(Guild guild, TicketView ticket) {
        TicketType type = guilds.type(ticket.typeId());
        Long channelId = type.archiveChannelId();
        TextChannel archive = channelId == null ? null : guild.getTextChannelById(channelId);
        if (archive == null) {
            throw new MissingChannel("archive channel", type.name());
        }
        MessageCreateData card = archiveCard.of(ticket, type, language(ticket));
        Long known = ticket.archiveCardId();
        if (known != null && changed(archive, known, card)) {
            return known;
        }
        return archive.sendMessage(card).complete().getIdLong();
    }

    /** False when the message is gone. */
    private static boolean changed(TextChannel channel, long messageId, MessageCreateData content) {
        try {
            channel.editMessageById(messageId, MessageEditData.fromCreateData(content))
                    .complete();
            return true;
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.UNKNOWN_MESSAGE) {
                return false;
            }
            throw e;
        }
    }

    /** One counted call; a parked thread is left as it is named, since renaming would wake it. */
    public void renameThread(Guild guild, TicketView ticket) {
        ThreadChannel thread = threadOf(guild, ticket);
        if (thread != null) {
            thread.getManager().setName(threadName(ticket)).complete();
        }
    }

    public void add(Guild guild, TicketView ticket, long userId) {
        ThreadChannel thread = threadOf(guild, ticket);
        if (thread != null) {
            thread.addThreadMemberById(userId).complete();
        }
    }

    public void remove(Guild guild, TicketView ticket, long userId) {
        ThreadChannel thread = threadOf(guild, ticket);
        if (thread != null) {
            thread.removeThreadMemberById(userId).complete();
        }
    }

    /**
     * Makes the thread in which the staff of the type write among themselves, in one counted call: nobody is added, and
     * who manages threads there sees it.
     *
     * @return the thread's id
     */
    public long openNotes(Guild guild, TicketView ticket) {
        return channelOf(guild, guilds.type(ticket.typeId()))
                .createThreadChannel(shortened("📝 #" + ticket.number() + ": " + ticket.title()), true)
                .setInvitable(false)
                .setAutoArchiveDuration(AutoArchiveDuration.TIME_24_HOURS)
                .complete()
                .getIdLong();
    }

    /** No call where there are no notes, or where they sleep already. */
    public void closeNotes(Guild guild, TicketView ticket) {
        Long noteThreadId = ticket.noteThreadId();
        ThreadChannel notes = noteThreadId == null ? null : guild.getThreadChannelById(noteThreadId);
        if (notes != null) {
            notes.getManager().setLocked(true).setArchived(true).complete();
        }
    }

    /** Says in a ticket's old thread where it goes on, and closes that thread. */
    public void leaveBehind(Guild guild, TicketView before, long newThreadId) {
        ThreadChannel thread = threadOf(guild, before);
        if (thread != null) {
            thread.sendMessage(phrasebook.say("ticket.moved", language(before), "<#" + newThreadId + ">"))
                    .complete();
        }
        closeThread(guild, before);
        closeNotes(guild, before);
    }

    /** Says something in a ticket's thread, in one counted call; a thread that is gone hears nothing. */
    public void say(Guild guild, TicketView ticket, MessageCreateData message) {
        ThreadChannel thread = threadOf(guild, ticket);
        if (thread != null) {
            thread.sendMessage(message).complete();
        }
    }

    private static @Nullable ThreadChannel threadOf(Guild guild, TicketView ticket) {
        Long threadId = ticket.threadId();
        return threadId == null ? null : guild.getThreadChannelById(threadId);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_THREAD_NAME ? name : name.substring(0, LONGEST_THREAD_NAME - 1) + "…";
    }

    static String threadName(TicketView ticket) {
        return shortened(threadPrefix(ticket) + " " + ticket.title());
    }

    static String threadPrefix(TicketView ticket) {
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

    private Locale language(TicketView ticket) {
        return guilds.get(ticket.guildId()).language();
    }

    private static boolean hasMessage(TextChannel channel, @Nullable Long messageId) {
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
