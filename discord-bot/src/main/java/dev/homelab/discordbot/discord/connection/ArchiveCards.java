package dev.homelab.discordbot.discord.connection;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.ticket.Ticket;
import dev.homelab.discordbot.ticket.TicketArchived;
import dev.homelab.discordbot.ticket.TicketDesk;
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
    private final TicketChannelManager channels;
    private final Clock clock;

    /** The scheduler is made of the tasks, and the tasks of this. */
    ArchiveCards(
            @Lazy Scheduler scheduler,
            DiscordConnection discord,
            TicketDesk desk,
            TicketChannelManager channels,
            Clock clock) {
        this.scheduler = scheduler;
        this.discord = discord;
        this.desk = desk;
        this.channels = channels;
        this.clock = clock;
    }

    @EventListener
    void schedule(TicketArchived archived) {
        scheduler.scheduleIfNotExists(
                TASK.instance(archived.ticketId().toString()).scheduledTo(clock.instant()));
    }

    /** The scheduler's own immediate look comes before the commit, and finds nothing. */
    @TransactionalEventListener(TicketArchived.class)
    void lookNow() {
        scheduler.triggerCheckForDueExecutions();
    }

    void post(UUID ticketId) {
        Ticket ticket = desk.find(ticketId).orElseThrow();
        if (!ticket.hasCard()) {
            desk.cardPosted(ticketId, channels.postCard(guild(ticket), ticket));
        }
    }

    private Guild guild(Ticket ticket) {
        return discord.jda()
                .map(jda -> jda.getGuildById(ticket.guildId()))
                .orElseThrow(() -> new IllegalStateException("Discord is not connected yet"));
    }
}
