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
    private final TicketChannelManager channels;

    Recovery(TicketDesk desk, TicketChannelManager channels) {
        this.desk = desk;
        this.channels = channels;
    }

    /** One call for the list of threads where something is unfinished, none where nothing is. */
    void finish(Guild guild) {
        List<TicketView> unfinished = desk.unfinished(guild.getIdLong());
        if (unfinished.isEmpty()) {
            return;
        }
        List<ThreadChannel> threads = guild.retrieveActiveThreads().complete();
        for (TicketView ticket : unfinished) {
            finish(guild, ticket, threads);
            log.atInfo()
                    .addKeyValue("ticket", ticket.id())
                    .log("Finished {} ticket #{}", ticket.state(), ticket.number());
        }
    }

    private void finish(Guild guild, TicketView ticket, List<ThreadChannel> threads) {
        switch (ticket.state()) {
            case OPENING -> desk.opened(ticket.id(), threadFor(guild, ticket, threads));
            case REOPENING -> desk.opened(ticket.id(), channels.reopenThread(guild, ticket));
            case CLOSING -> {
                channels.closeThread(guild, ticket);
                desk.archived(ticket.id());
            }
            case QUEUED, OPEN, CLOSED -> throw new IllegalStateException(ticket.state() + " is finished");
        }
    }

    private long threadFor(Guild guild, TicketView ticket, List<ThreadChannel> threads) {
        Optional<ThreadChannel> orphan = threads.stream()
                .filter(thread ->
                        thread.getOwnerIdLong() == guild.getSelfMember().getIdLong())
                .filter(thread -> thread.getName().startsWith(TicketChannelManager.threadPrefix(ticket)))
                .findFirst();
        orphan.ifPresent(thread -> channels.finishThread(thread, ticket));
        return orphan.map(ThreadChannel::getIdLong).orElseGet(() -> channels.openThread(guild, ticket));
    }
}
