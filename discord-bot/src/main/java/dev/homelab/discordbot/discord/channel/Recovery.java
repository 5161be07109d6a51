package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finishes openings and closings that were written down and not done. */
@Component
class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final TicketDesk desk;
    private final TicketThreads threads;

    Recovery(TicketDesk desk, TicketThreads threads) {
        this.desk = desk;
        this.threads = threads;
    }

    /** One call for the list of threads where something is unfinished, none where nothing is. */
    void finish(Guild guild) {
        List<TicketView> unfinished = desk.unfinished(guild.getIdLong());
        if (unfinished.isEmpty()) {
            return;
        }
        List<ThreadChannel> active = guild.retrieveActiveThreads().complete();
        for (TicketView ticket : unfinished) {
            finish(guild, ticket, active);
            log.atInfo()
                    .addKeyValue("ticket", ticket.id())
                    .log("Finished {} ticket #{}", ticket.state(), ticket.number());
        }
    }

    private void finish(Guild guild, TicketView ticket, List<ThreadChannel> active) {
        switch (ticket.state()) {
            case OPENING -> desk.opened(ticket.id(), threadFor(guild, ticket, active));
            case REOPENING -> desk.opened(ticket.id(), threads.enter(guild, ticket));
            case CLOSING -> {
                threads.close(guild, ticket);
                desk.archived(ticket.id());
            }
            case QUEUED, OPEN, CLOSED -> throw new IllegalStateException(ticket.state() + " is finished");
        }
    }

    private long threadFor(Guild guild, TicketView ticket, List<ThreadChannel> active) {
        Optional<ThreadChannel> orphan = active.stream()
                .filter(thread ->
                        thread.getOwnerIdLong() == guild.getSelfMember().getIdLong())
                .filter(thread -> thread.getName().startsWith(TicketThreads.prefix(ticket)))
                .findFirst();
        orphan.ifPresent(thread -> threads.finish(guild, thread, ticket));
        return orphan.map(ThreadChannel::getIdLong).orElseGet(() -> threads.enter(guild, ticket));
    }
}
