package dev.homelab.discordbot.discord.timer;

import dev.homelab.discordbot.discord.channel.TicketFlow;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.discord.recording.Missed;
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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
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
    private final Missed missed;
    private final GuildRegistry guilds;
    private final Phrasebook phrasebook;

    StaleTickets(
            TicketShelf shelf,
            TicketWork work,
            TicketFlow flow,
            DiscordConnection discord,
            Missed missed,
            GuildRegistry guilds,
            Phrasebook phrasebook) {
        this.shelf = shelf;
        this.work = work;
        this.flow = flow;
        this.discord = discord;
        this.missed = missed;
        this.guilds = guilds;
        this.phrasebook = phrasebook;
    }

    /** Looks once at the servers that are connected here; the reminder itself is an errand, written in the same transaction. */
    public void sweep() {
        Map<Long, Guild> here = discord.sessions().stream()
                .flatMap(session -> session.getGuildCache().stream())
                .collect(Collectors.toMap(ISnowflake::getIdLong, guild -> guild));
        if (here.isEmpty()) {
            return;
        }
        shelf.toWarn(here.keySet(), AT_ONCE).forEach(ticket -> remind(ticket, Side.MEMBER));
        shelf.withoutResponse(here.keySet(), AT_ONCE).forEach(ticket -> remind(ticket, Side.STAFF));
        here.values().removeIf(guild -> !missed.isCaughtUp(guild));
        if (!here.isEmpty()) {
            shelf.toCloseAsAsked(here.keySet(), AT_ONCE).forEach(ticket -> close(here, ticket));
            shelf.toCloseAsStale(here.keySet(), AT_ONCE).forEach(ticket -> close(here, ticket));
        }
    }

    private void remind(TicketView ticket, Side side) {
        unlessMoved(ticket, () -> work.reminded(ticket.id(), side));
    }

    private void close(Map<Long, Guild> here, TicketView ticket) {
        CloseRequest request = ticket.closeRequest();
        Phrase reason = Phrase.of(request == null ? "stale.reason" : "close.agreed");
        unlessMoved(
                ticket,
                () -> flow.closeStillWaiting(
                        Objects.requireNonNull(here.get(ticket.guildId())),
                        ticket,
                        request == null ? Person.BOT : request.by(),
                        phrasebook.say(reason, guilds.get(ticket.guildId()).language())));
    }

    /** Somebody may have closed or answered it since; what fails for another reason stays for the next look. */
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
}
