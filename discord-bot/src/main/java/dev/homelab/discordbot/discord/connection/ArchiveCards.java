package dev.homelab.discordbot.discord.connection;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.ticket.Action;
import dev.homelab.discordbot.ticket.TicketDesk;
import dev.homelab.discordbot.ticket.TicketEvent;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import java.time.Clock;
import java.util.UUID;
import net.dv8tion.jda.api.entities.Guild;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The outbox of archive cards: scheduled in the transaction that closes a ticket, tried until Discord has the card. */
@Component
class ArchiveCards {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("post-archive-card");

    private final Scheduler scheduler;
    private final DiscordConnection discord;
    private final TicketDesk desk;
    private final TicketShelf shelf;
    private final TicketChannelManager channels;
    private final Clock clock;

    /** The scheduler is made of the tasks, and the tasks of this. */
    ArchiveCards(
            @Lazy Scheduler scheduler,
            DiscordConnection discord,
            TicketDesk desk,
            TicketShelf shelf,
            TicketChannelManager channels,
            Clock clock) {
        this.scheduler = scheduler;
        this.discord = discord;
        this.desk = desk;
        this.shelf = shelf;
        this.channels = channels;
        this.clock = clock;
    }

    @EventListener
    void schedule(TicketEvent event) {
        if (event.action() == Action.CLOSED) {
            scheduler.scheduleIfNotExists(
                    TASK.instance(event.ticketId().toString()).scheduledTo(clock.instant()));
        }
    }

    /** The scheduler's own immediate look comes before the commit, and finds nothing. */
    @TransactionalEventListener
    void lookNow(TicketEvent event) {
        if (event.action() == Action.CLOSED) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    void post(UUID ticketId) {
        TicketView ticket = shelf.find(ticketId).orElseThrow();
        if (ticket.archiveCardId() == null) {
            desk.cardPosted(ticketId, channels.postCard(guild(ticket), ticket));
        }
    }

    private Guild guild(TicketView ticket) {
        return discord.jda()
                .map(jda -> jda.getGuildById(ticket.guildId()))
                .orElseThrow(() -> new IllegalStateException("Discord is not connected yet"));
    }
}
