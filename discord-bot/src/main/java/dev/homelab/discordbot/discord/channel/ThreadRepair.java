package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.ticket.OpenThread;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.transcript.FormerThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.springframework.stereotype.Component;

/** Compares tickets and threads: one call for the list of the active ones, and one for each that is missing there. */
@Component
class ThreadRepair {

    /** Another instance, or whoever opens notes, may be about to write down what they have just made. */
    private static final Duration NEW = Duration.ofMinutes(2);

    private final GuildRegistry guilds;
    private final TicketShelf shelf;
    private final TicketDesk desk;
    private final TicketThreads threads;
    private final FormerThreads formerThreads;
    private final Headroom headroom;
    private final Opener opener;
    private final UnderWay underWay;
    private final Clock clock;

    ThreadRepair(
            GuildRegistry guilds,
            TicketShelf shelf,
            TicketDesk desk,
            TicketThreads threads,
            FormerThreads formerThreads,
            Headroom headroom,
            Opener opener,
            UnderWay underWay,
            Clock clock) {
        this.guilds = guilds;
        this.shelf = shelf;
        this.desk = desk;
        this.threads = threads;
        this.formerThreads = formerThreads;
        this.headroom = headroom;
        this.opener = opener;
        this.underWay = underWay;
        this.clock = clock;
    }

    void mend(RepairRun run) {
        Guild guild = run.guild();
        List<ThreadChannel> active = guild.retrieveActiveThreads().complete();
        run.called(1);
        List<TicketView> left = underWay.takeOver(() -> desk.unfinished(guild.getIdLong()));
        left.forEach(ticket -> finish(run, ticket, active));
        Map<Long, ThreadChannel> byId =
                active.stream().collect(Collectors.toMap(ISnowflake::getIdLong, Function.identity()));
        List<OpenThread> open = shelf.openThreads(guild.getIdLong());
        open.forEach(ticket -> compare(run, ticket, byId));
        List<ThreadChannel> ours = ours(guild, active);
        putToRest(run, withoutOpenTicket(ours, open));
        run.checked(left.size() + open.size() + ours.size());
    }

    /** What was written down and not done. */
    private void finish(RepairRun run, TicketView ticket, List<ThreadChannel> active) {
        try {
            run.mend(named(ticket.number()), 2, () -> {
                if (ticket.state() == TicketState.CLOSING) {
                    threads.close(run.guild(), ticket);
                    threads.closeNotes(run.guild(), ticket);
                    desk.archived(ticket.id());
                } else {
                    headroom.use(run.guild(), () -> threads.recover(run.guild(), ticket, active))
                            .ifPresentOrElse(id -> desk.opened(ticket.id(), id), () -> desk.queue(ticket.id()));
                }
            });
        } finally {
            underWay.end(ticket);
        }
    }

    /** The threads of parked tickets are expected to be missing. */
    private void compare(RepairRun run, OpenThread ticket, Map<Long, ThreadChannel> active) {
        boolean there = active.containsKey(ticket.threadId());
        if (there && ticket.isParked()) {
            run.mend(named(ticket.number()), 0, () -> desk.woken(ticket.id()));
        } else if (!there && !ticket.isParked()) {
            run.called(1);
            look(run, ticket);
        }
    }

    private void look(RepairRun run, OpenThread ticket) {
        ArchivedThread thread = ArchivedThread.of(run.guild(), ticket.threadId());
        switch (thread.look()) {
            case ARCHIVED -> run.mend(named(ticket.number()), 0, () -> desk.parked(ticket.id()));
            case GONE ->
                run.mend(named(ticket.number()), 2, () -> opener.open(run.guild(), () -> desk.threadLost(ticket.id())));
            case ACTIVE -> {}
        }
    }

    private List<ThreadChannel> ours(Guild guild, List<ThreadChannel> active) {
        List<Long> channels = guilds.typesOf(guild.getIdLong()).stream()
                .map(type -> type.channelId())
                .filter(Objects::nonNull)
                .toList();
        Instant madeBefore = clock.instant().minus(NEW);
        return active.stream()
                .filter(thread ->
                        thread.getOwnerIdLong() == guild.getSelfMember().getIdLong())
                .filter(thread -> channels.contains(thread.getParentChannel().getIdLong()))
                .filter(thread -> thread.getTimeCreated().toInstant().isBefore(madeBefore))
                .toList();
    }

    private List<ThreadChannel> withoutOpenTicket(List<ThreadChannel> ours, List<OpenThread> open) {
        Set<Long> needed = open.stream()
                .flatMap(ticket -> Stream.of(ticket.threadId(), ticket.noteThreadId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ours.stream()
                .filter(thread -> !needed.contains(thread.getIdLong()))
                .filter(thread -> !underWay.isBeingLeft(thread.getIdLong()) && !underWay.isBeingMade(thread))
                .toList();
    }

    /** Threads that no ticket needs are locked and archived; one that its ticket has left says where that goes on. */
    private void putToRest(RepairRun run, List<ThreadChannel> doubtful) {
        Map<Long, TicketView> known = shelf.ofThreads(ids(doubtful));
        List<ThreadChannel> unknown = doubtful.stream()
                .filter(thread -> !known.containsKey(thread.getIdLong()))
                .toList();
        Map<Long, UUID> former = formerThreads.of(ids(unknown));
        doubtful.stream()
                .filter(thread -> known.containsKey(thread.getIdLong())
                        && known.get(thread.getIdLong()).state() == TicketState.CLOSED)
                .forEach(thread -> lock(run, thread));
        unknown.forEach(thread -> Optional.ofNullable(former.get(thread.getIdLong()))
                .flatMap(shelf::find)
                .filter(ticket -> ticket.state() != TicketState.CLOSED)
                .ifPresentOrElse(ticket -> leave(run, thread, ticket), () -> lock(run, thread)));
    }

    /** A ticket without a thread yet has its say in a later round. */
    private void leave(RepairRun run, ThreadChannel thread, TicketView ticket) {
        Long goesOnIn = ticket.threadId();
        if (ticket.state() == TicketState.OPEN && goesOnIn != null) {
            run.mend(named(thread), 3, () -> threads.leave(thread, ticket, goesOnIn));
        }
    }

    private static void lock(RepairRun run, ThreadChannel thread) {
        run.mend(named(thread), 1, () -> TicketThreads.lock(thread, "No open ticket needs it"));
    }

    private static List<Long> ids(List<ThreadChannel> threads) {
        return threads.stream().map(ISnowflake::getIdLong).toList();
    }

    private static String named(ThreadChannel thread) {
        return "the thread " + thread.getId();
    }

    private static String named(long number) {
        return "ticket #" + number;
    }
}
