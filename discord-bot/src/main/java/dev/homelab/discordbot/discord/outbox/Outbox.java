package dev.homelab.discordbot.discord.outbox;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import net.dv8tion.jda.api.entities.Guild;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes errands inside a transaction, and runs them soon after its commit, once over all instances. */
@Component
public class Outbox {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("errand");

    /** The bot may be invited again. */
    private static final Duration IN_VAIN = Duration.ofMinutes(10);

    private final Wishes wishes;
    private final DiscordConnection discord;
    private final TicketShelf shelf;
    private final Clock clock;
    private final ObjectProvider<Errand> errands;

    /** Most errands want to be sent from here. */
    Outbox(Wishes wishes, DiscordConnection discord, TicketShelf shelf, Clock clock, ObjectProvider<Errand> errands) {
        this.wishes = wishes;
        this.discord = discord;
        this.shelf = shelf;
        this.clock = clock;
        this.errands = errands;
    }

    /**
     * As soon as the transaction has committed. One that waits already is enough; one that is running is followed by
     * another, which sees what the transaction has changed.
     */
    public void soon(String errand, UUID ticketId) {
        wishes.add(TASK.instance(errand + "/" + ticketId).scheduledTo(clock.instant()));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            wishes.lookAfterCommit();
        }
    }

    /** Empty when it is done; else how long it is put back, as the ticket's server is not connected here. */
    Optional<Duration> run(String instanceId, boolean again) {
        int slash = instanceId.indexOf('/');
        UUID ticketId = UUID.fromString(instanceId.substring(slash + 1));
        Optional<TicketView> ticket = shelf.find(ticketId);
        Optional<Guild> guild = ticket.flatMap(each -> discord.guild(each.guildId()));
        Errand errand = named(instanceId.substring(0, slash));
        guild.ifPresent(here -> run(errand, here, ticket.orElseThrow(), again));
        return ticket.filter(_ -> guild.isEmpty())
                .map(each -> discord.hasLeft(each.guildId()) ? IN_VAIN : OutboxConfiguration.PUT_BACK);
    }

    private static void run(Errand errand, Guild guild, TicketView ticket, boolean again) {
        if (again) {
            errand.runAgain(guild, ticket);
        } else {
            errand.run(guild, ticket);
        }
    }

    private Errand named(String name) {
        return errands.stream()
                .filter(errand -> errand.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no errand is named " + name));
    }
}
