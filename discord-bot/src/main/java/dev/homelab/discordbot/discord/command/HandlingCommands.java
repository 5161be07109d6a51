package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.Staff;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.TicketWork;
import java.util.List;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.springframework.stereotype.Component;

/** Who of the staff takes care of a ticket. */
@Component
class HandlingCommands implements Subcommands {

    private final TicketWork work;

    HandlingCommands(TicketWork work) {
        this.work = work;
    }

    @Override
    public List<Subcommand> all() {
        Option user = Option.of(OptionType.USER, "user");
        return List.of(
                Subcommand.of("ticket claim", List.of(), this::claim),
                Subcommand.of("ticket unclaim", List.of(), this::unclaim),
                Subcommand.of("ticket assign", List.of(user), this::assign),
                Subcommand.of("ticket transfer", List.of(user), this::transfer));
    }

    private Reply claim(CommandCall call) {
        work.claim(call.ticketAsStaff().id(), call.by());
        return Reply.aloud("said.claimed", mention(call.by()));
    }

    private Reply unclaim(CommandCall call) {
        work.unclaim(call.ticketAsStaff().id(), call.by());
        return Reply.aloud("said.unclaimed", mention(call.by()));
    }

    private Reply assign(CommandCall call) {
        return give(call, call.ticketAsStaff());
    }

    /** Like assigning, for whoever has the ticket now. */
    private Reply transfer(CommandCall call) {
        TicketView ticket = call.ticketAsStaff();
        Person handler = ticket.handler();
        if (handler == null || handler.id() != call.by().id()) {
            throw new Refused(Phrase.of("refused.not-handler"));
        }
        return give(call, ticket);
    }

    private Reply give(CommandCall call, TicketView ticket) {
        if (!Staff.includes(call.member("user"), call.typeOf(ticket))) {
            throw new Refused(Phrase.of("refused.not-staff"));
        }
        work.assign(ticket.id(), call.person("user"), call.by());
        return Reply.aloud("said.assigned", mention(call.person("user")), mention(call.by()));
    }

    private static String mention(Person person) {
        return "<@" + person.id() + ">";
    }
}
