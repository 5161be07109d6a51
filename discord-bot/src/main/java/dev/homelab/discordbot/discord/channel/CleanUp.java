package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.outbox.Chore;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Guild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Deletes the threads of tickets that were closed longer ago than the server wants to keep them. */
@Component
public class CleanUp implements Chore {

    private static final Logger log = LoggerFactory.getLogger(CleanUp.class);

    /** In one go; the rest is for the next day. */
    private static final int MOST = 1000;

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
        List<OldThread> old = find(guild);
        old.forEach(thread -> delete(guild, thread));
        log.atInfo().addKeyValue("guild", guild.getId()).log("Deleted {} threads of old tickets", old.size());
        return Optional.empty();
    }

    /**
     * What {@link #run} would delete now: threads of tickets and of their notes, and the bot's own that no ticket knows.
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
                .map(channel -> ArchivedList.before(channel, cutOff))
                .forEach(lines -> old.addAll(orphans(guild, lines)));
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

    /** A thread that is gone already counts as deleted. */
    private void delete(Guild guild, OldThread old) {
        ArchivedThread.of(guild, old.threadId()).delete();
        if (old.ticketId() != null) {
            shelf.find(old.ticketId())
                    .filter(ticket -> Objects.equals(ticket.threadId(), old.threadId()))
                    .ifPresent(ticket -> desk.threadDeleted(ticket.id()));
        }
    }
}
