package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketState;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.WrongMove;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.events.channel.ChannelCreateEvent;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateArchivedEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What happens to threads on Discord, whoever did it, happens to their tickets. */
@Component
class ThreadListener extends ListenerAdapter {

    private static final Logger log = LoggerFactory.getLogger(ThreadListener.class);

    private final TicketShelf shelf;
    private final TicketDesk desk;
    private final Headroom headroom;
    private final Opener opener;

    ThreadListener(TicketShelf shelf, TicketDesk desk, Headroom headroom, Opener opener) {
        this.shelf = shelf;
        this.desk = desk;
        this.headroom = headroom;
        this.opener = opener;
    }

    /** The bot's own are looked after where they are made: JDA keeps quiet about those that it knows from an answer. */
    @Override
    public void onChannelCreate(ChannelCreateEvent event) {
        if (event.getChannelType().isThread() && !isOwn(event.getChannel().asThreadChannel())) {
            headroom.keep(event.getGuild());
        }
    }

    private static boolean isOwn(ThreadChannel thread) {
        return thread.getOwnerIdLong() == thread.getJDA().getSelfUser().getIdLong();
    }

    /** Discord archives idle threads by itself, and wakes them when something is said. */
    @Override
    public void onChannelUpdateArchived(ChannelUpdateArchivedEvent event) {
        ThreadChannel thread = event.getChannel().asThreadChannel();
        boolean archived = Boolean.TRUE.equals(event.getNewValue());
        ticketOf(thread.getIdLong()).ifPresent(ticket -> unlessMoved(ticket, () -> follow(thread, ticket, archived)));
        if (archived) {
            opener.roomAgain(thread.getGuild());
        } else {
            headroom.woken(thread.getGuild(), thread.getIdLong());
        }
    }

    private void follow(ThreadChannel thread, TicketView ticket, boolean archived) {
        if (ticket.state() == TicketState.OPEN && archived && !ticket.isParked()) {
            desk.parked(ticket.id());
        } else if (ticket.state() == TicketState.OPEN && !archived && ticket.isParked()) {
            desk.woken(ticket.id());
        } else if (ticket.state() == TicketState.CLOSED && !archived && !thread.isLocked()) {
            TicketThreads.lock(thread, "Ticket #" + ticket.number() + " is closed");
        }
    }

    @Override
    public void onChannelDelete(ChannelDeleteEvent event) {
        if (event.getChannelType().isThread()) {
            ticketOf(event.getChannel().getIdLong())
                    .filter(ticket -> ticket.state() == TicketState.OPEN)
                    .ifPresent(ticket -> unlessMoved(
                            ticket, () -> opener.open(event.getGuild(), () -> desk.threadLost(ticket.id()))));
            opener.roomAgain(event.getGuild());
        }
    }

    private Optional<TicketView> ticketOf(long threadId) {
        return shelf.ofThread(threadId).filter(ticket -> Objects.equals(ticket.threadId(), threadId));
    }

    private static void unlessMoved(TicketView ticket, Runnable move) {
        try {
            move.run();
        } catch (WrongMove e) {
            log.atDebug().addKeyValue("ticket", ticket.id()).log("Moved meanwhile: {}", e.getMessage());
        }
    }
}
