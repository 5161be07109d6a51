package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.outbox.Chore;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.WrongMove;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes the threads of tickets that were closed longer ago than the server wants to keep them. */
@Component
public class CleanUp implements Chore {

    private static final Logger log = LoggerFactory.getLogger(CleanUp.class);

    /** In one go; the rest is for the next day. */
    private static final int MOST = 1000;

    /** Discord's codes from here on refuse one thing; below are those of failures that the next thread would meet as well. */
    private static final int REFUSALS = 10_000;

    private final GuildRegistry guilds;
    private final TicketShelf shelf;
    private final TicketDesk desk;
    private final Clock clock;

    CleanUp(GuildRegistry guilds, TicketShelf shelf, TicketDesk desk, Clock clock) {
        this.guilds = guilds;
        this.shelf = shelf;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "clean-up";
    }

    @Override
    public Optional<Duration> run(Guild guild) {
        clean(guild);
        return Optional.empty();
    }

    /**
     * Deletes what {@link #find} names.
     *
     * @return how many threads are gone
     */
    public int clean(Guild guild) {
        int deleted = 0;
        for (OldThread thread : find(guild)) {
            deleted += delete(guild, thread);
        }
        log.atInfo().addKeyValue("guild", guild.getId()).log("Deleted {} threads of old tickets", deleted);
        return deleted;
    }

    /**
     * What {@link #clean} would delete now: threads of tickets and of their notes, and the bot's own that no ticket knows.
     * One call for each hundred archived threads of each type's channel that are older.
     */
    public List<OldThread> find(Guild guild) {
        int days = guilds.get(guild.getIdLong()).retention().threadDays();
        if (days == 0) {
            return List.of();
        }
        Instant cutOff = clock.instant().minus(Duration.ofDays(days));
        List<OldThread> old = new ArrayList<>();
        shelf.withThreadsToDelete(guild.getIdLong(), cutOff, MOST).forEach(ticket -> add(old, ticket));
        guilds.typesOf(guild.getIdLong()).stream()
                .map(type -> type.channelId())
                .filter(Objects::nonNull)
                .map(guild::getTextChannelById)
                .filter(Objects::nonNull)
                .forEach(channel -> old.addAll(orphans(guild, archived(channel, cutOff))));
        return old;
    }

    private static void add(List<OldThread> old, TicketView ticket) {
        Long notes = ticket.noteThreadId();
        if (notes != null) {
            old.add(new OldThread(notes, TicketThreads.notesName(ticket), ticket.id()));
        }
        old.add(new OldThread(Objects.requireNonNull(ticket.threadId()), TicketThreads.name(ticket), ticket.id()));
    }

    private List<OldThread> orphans(Guild guild, List<ArchivedList.Line> lines) {
        Set<Long> known = shelf.ofThreads(
                        lines.stream().map(ArchivedList.Line::id).toList())
                .keySet();
        return lines.stream()
                .filter(line -> line.ownerId() == guild.getSelfMember().getIdLong() && !known.contains(line.id()))
                .map(line -> new OldThread(line.id(), line.name(), null))
                .toList();
    }

    /** A channel that the bot may not see keeps no other from being cleaned. */
    private static List<ArchivedList.Line> archived(TextChannel channel, Instant cutOff) {
        try {
            return ArchivedList.before(channel, cutOff);
        } catch (ErrorResponseException e) {
            log.atWarn().addKeyValue("channel", channel.getId()).log("Cannot be cleaned: {}", e.getMeaning());
            return List.of();
        }
    }

    /** A thread that is gone already counts as deleted; a ticket that was opened again meanwhile keeps its own. */
    private int delete(Guild guild, OldThread old) {
        Optional<TicketView> ticket = Optional.ofNullable(old.ticketId()).flatMap(shelf::find);
        if (ticket.filter(each -> each.state() != TicketState.CLOSED).isPresent()) {
            return 0;
        }
        try {
            ArchivedThread.of(guild, old.threadId()).delete();
        } catch (ErrorResponseException e) {
            if (e.getErrorCode() < REFUSALS) {
                throw e;
            }
            log.atWarn().addKeyValue("thread", old.threadId()).log("Cannot be deleted: {}", e.getMeaning());
            return 0;
        }
        ticket.filter(each -> Objects.equals(each.threadId(), old.threadId())).ifPresent(this::threadIsDeleted);
        return 1;
    }

    private void threadIsDeleted(TicketView ticket) {
        try {
            desk.threadDeleted(ticket.id());
        } catch (WrongMove e) {
            log.atInfo().addKeyValue("ticket", ticket.id()).log("Opened again meanwhile: {}", e.getMessage());
        }
    }
}
