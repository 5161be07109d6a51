package dev.homelab.discordbot.discord.timer;

import dev.homelab.discordbot.discord.channel.TicketFlow;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.language.Phrasebook;
import dev.homelab.discordbot.ticket.CloseRequest;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.Side;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.TicketWork;
import dev.homelab.discordbot.ticket.WrongMove;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reminds who owes an answer, once, and closes what its member leaves silent after it, or after a close request. */
@Component
public class StaleTickets {

    private static final Logger log = LoggerFactory.getLogger(StaleTickets.class);
    private static final int AT_ONCE = 50;

    private final TicketShelf shelf;
    private final TicketWork work;
    private final TicketFlow flow;
    private final DiscordConnection discord;
    private final GuildRegistry guilds;
    private final Phrasebook phrasebook;

    StaleTickets(
            TicketShelf shelf,
            TicketWork work,
            TicketFlow flow,
            DiscordConnection discord,
            GuildRegistry guilds,
            Phrasebook phrasebook) {
        this.shelf = shelf;
        this.work = work;
        this.flow = flow;
        this.discord = discord;
        this.guilds = guilds;
        this.phrasebook = phrasebook;
    }

    /** Looks once; the reminder itself is an errand, written in the same transaction. */
    public void sweep() {
        shelf.toWarn(AT_ONCE).forEach(ticket -> remind(ticket, Side.MEMBER));
        shelf.withoutResponse(AT_ONCE).forEach(ticket -> remind(ticket, Side.STAFF));
        shelf.toClose(AT_ONCE)
                .forEach(ticket -> guild(ticket).ifPresent(guild -> unlessMoved(ticket, () -> close(guild, ticket))));
    }

    private void remind(TicketView ticket, Side side) {
        unlessMoved(ticket, () -> work.reminded(ticket.id(), side));
    }

    private void close(Guild guild, TicketView ticket) {
        CloseRequest request = ticket.closeRequest();
        Phrase reason = Phrase.of(request == null ? "stale.reason" : "close.agreed");
        flow.close(
                guild,
                ticket.id(),
                request == null ? Person.BOT : request.by(),
                phrasebook.say(reason, guilds.get(ticket.guildId()).language()));
    }

    /** Somebody may have closed it since; what fails for another reason stays for the next look. */
    private static void unlessMoved(TicketView ticket, Runnable act) {
        try {
            act.run();
        } catch (WrongMove e) {
            log.atDebug().addKeyValue("ticket", ticket.id()).log("Moved meanwhile: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("ticket", ticket.id())
                    .log("A stale ticket is left for the next look: {}", e.getMessage());
        }
    }

    private Optional<Guild> guild(TicketView ticket) {
        return discord.guild(ticket.guildId());
    }
}
