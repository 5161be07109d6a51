package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.Shortened;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel.AutoArchiveDuration;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The private threads in which tickets live. */
@Component
class TicketThreads {

    private static final int LONGEST_NAME = 100;

    private final GuildRegistry guilds;
    private final FirstMessage firstMessage;
    private final FormFiles files;
    private final Phrasebook phrasebook;
    private final Headroom headroom;

    TicketThreads(
            GuildRegistry guilds,
            FirstMessage firstMessage,
            FormFiles files,
            Phrasebook phrasebook,
            Headroom headroom) {
        this.guilds = guilds;
        this.firstMessage = firstMessage;
        this.files = files;
        this.phrasebook = phrasebook;
        this.headroom = headroom;
    }

    /**
     * Lets a ticket have its thread: wakes and unlocks the one that it had, in one counted call, or makes a new one, in
     * two.
     *
     * @return the thread's id
     */
    long enter(Guild guild, TicketView ticket) {
        Long threadId = ticket.threadId();
        if (threadId != null && ArchivedThread.of(guild, threadId).wake()) {
            return threadId;
        }
        return open(guild, ticket);
    }

    /** The mention in the first message adds the opener. */
    private long open(Guild guild, TicketView ticket) {
        TicketType type = guilds.type(ticket.typeId());
        ThreadChannel thread = make(guild, type, name(ticket), AutoArchiveDuration.TIME_1_WEEK);
        thread.sendMessage(firstMessage.of(ticket, type, language(ticket)))
                .setFiles(files.of(ticket))
                .complete();
        return thread.getIdLong();
    }

    private ThreadChannel make(Guild guild, TicketType type, String name, AutoArchiveDuration idle) {
        ThreadChannel thread = channelOf(guild, type)
                .createThreadChannel(name, true)
                .setInvitable(false)
                .setAutoArchiveDuration(idle)
                .complete();
        headroom.keepMeanwhile(guild);
        return thread;
    }

    /**
     * Lets a ticket have its thread after a crash, which may have left one behind, active or archived, with or without
     * its first message. One call to look for it, unless it is among the active ones.
     *
     * @return the thread's id
     */
    long recover(Guild guild, TicketView ticket, List<ThreadChannel> active) {
        TextChannel channel = channelOf(guild, guilds.type(ticket.typeId()));
        if (ticket.threadId() != null) {
            return enter(guild, ticket);
        }
        Stream<ThreadChannel> candidates = Stream.concat(
                active.stream().filter(thread -> thread.getParentChannel().getIdLong() == channel.getIdLong()),
                Stream.of(channel)
                        .flatMap(each -> each.retrieveArchivedPrivateThreadChannels().limit(50).complete().stream()));
        ThreadChannel left = candidates
                .filter(thread ->
                        thread.getOwnerIdLong() == guild.getSelfMember().getIdLong())
                .filter(thread -> thread.getName().startsWith(prefix(ticket)))
                .findFirst()
                .orElse(null);
        return left == null ? open(guild, ticket) : finish(guild, left, ticket);
    }

    private long finish(Guild guild, ThreadChannel left, TicketView ticket) {
        boolean asleep = left.isArchived();
        if (asleep) {
            ArchivedThread.of(guild, left.getIdLong()).wake();
        }
        if (left.getMessageCount() == 0 && left.getLatestMessageIdLong() == 0) {
            MessageCreateData first = firstMessage.of(ticket, guilds.type(ticket.typeId()), language(ticket));
            if (asleep) {
                ArchivedThread.of(guild, left.getIdLong()).say(first);
            } else {
                left.sendMessage(first).setFiles(files.of(ticket)).complete();
            }
        }
        return left.getIdLong();
    }

    /** Locks and archives in one call; a parked thread takes two, and one that is gone is as closed as it gets. */
    void close(Guild guild, TicketView ticket) {
        long threadId = Objects.requireNonNull(ticket.threadId());
        ThreadChannel thread = guild.getThreadChannelById(threadId);
        if (thread != null) {
            lock(thread, "Ticket #" + ticket.number() + " was closed");
        } else if (ticket.isParked()) {
            ArchivedThread.of(guild, threadId).lock();
        }
    }

    static void lock(ThreadChannel thread, String reason) {
        ignoring(
                ErrorResponse.UNKNOWN_CHANNEL,
                () -> thread.getManager()
                        .setLocked(true)
                        .setArchived(true)
                        .reason(reason)
                        .complete());
    }

    static void ignoring(ErrorResponse error, Runnable call) {
        try {
            call.run();
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() != error) {
                throw e;
            }
        }
    }

    /** One counted call; a parked thread is left as it is named, since renaming would wake it. */
    void rename(Guild guild, TicketView ticket) {
        ThreadChannel thread = threadOf(guild, ticket);
        if (thread != null) {
            thread.getManager().setName(name(ticket)).complete();
        }
    }

    /** One counted call, and one that wakes a parked thread before, as a sleeping one takes nobody in. */
    void add(Guild guild, TicketView ticket, long userId) {
        awake(guild, ticket).ifPresent(thread -> thread.add(userId));
    }

    void remove(Guild guild, TicketView ticket, long userId) {
        awake(guild, ticket).ifPresent(thread -> thread.remove(userId));
    }

    private Optional<ArchivedThread> awake(Guild guild, TicketView ticket) {
        Optional<ArchivedThread> thread =
                Optional.ofNullable(ticket.threadId()).map(id -> ArchivedThread.of(guild, id));
        if (ticket.isParked()) {
            thread.ifPresent(each -> headroom.use(guild, each::wake));
        }
        return thread;
    }

    /** One counted call: nobody is added, and who manages threads there sees it. */
    long openNotes(Guild guild, TicketView ticket) {
        return make(guild, guilds.type(ticket.typeId()), notesName(ticket), AutoArchiveDuration.TIME_24_HOURS)
                .getIdLong();
    }

    /** No call where there are no notes, or where they sleep already. */
    void closeNotes(Guild guild, TicketView ticket) {
        Long noteThreadId = ticket.noteThreadId();
        ThreadChannel notes = noteThreadId == null ? null : guild.getThreadChannelById(noteThreadId);
        if (notes != null) {
            lock(notes, "Ticket #" + ticket.number() + " was closed");
        }
    }

    /** The last word in the thread that a ticket leaves, which is locked and archived with that of its notes. */
    void leaveBehind(Guild guild, TicketView before, String lastWord) {
        say(guild, before, MessageCreateData.fromContent(lastWord));
        close(guild, before);
        closeNotes(guild, before);
    }

    /** As {@link #leaveBehind}, when the ticket is elsewhere already; what was said before is not said again. */
    void leave(ThreadChannel thread, TicketView ticket, long goesOnIn) {
        String lastWord = movedTo(ticket, goesOnIn);
        boolean isSaid = thread.getHistory().retrievePast(1).complete().stream()
                .anyMatch(last -> last.getContentRaw().equals(lastWord));
        if (!isSaid) {
            thread.sendMessage(lastWord).complete();
        }
        lock(thread, "Ticket #" + ticket.number() + " goes on elsewhere");
    }

    String movedTo(TicketView ticket, long threadId) {
        return phrasebook.say("ticket.moved", language(ticket), "<#" + threadId + ">");
    }

    String moving(TicketView ticket) {
        return phrasebook.say("ticket.moving", language(ticket));
    }

    /** One counted call, which wakes a parked thread; one that is gone hears nothing. */
    void say(Guild guild, TicketView ticket, MessageCreateData message) {
        ThreadChannel thread = threadOf(guild, ticket);
        Long threadId = ticket.threadId();
        if (thread != null) {
            thread.sendMessage(message).complete();
        } else if (threadId != null && ticket.isParked()) {
            ArchivedThread.of(guild, threadId).say(message);
        }
    }

    private static @Nullable ThreadChannel threadOf(Guild guild, TicketView ticket) {
        Long threadId = ticket.threadId();
        return threadId == null ? null : guild.getThreadChannelById(threadId);
    }

    static String name(TicketView ticket) {
        return Shortened.to(LONGEST_NAME, prefix(ticket) + " " + ticket.title());
    }

    static String notesName(TicketView ticket) {
        return Shortened.to(LONGEST_NAME, "📝 #" + ticket.number() + ": " + ticket.title());
    }

    static String prefix(TicketView ticket) {
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
}
