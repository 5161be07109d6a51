package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.guild.Tags;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.TicketView;
import dev.homelab.discordbot.ticket.TicketWork;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.springframework.stereotype.Component;

/** Who else sits in a ticket, what the staff write among themselves, and their canned replies. */
@Component
class CompanyCommands implements Subcommands {

    private final TicketWork work;
    private final TicketChannelManager channels;
    private final Tags tags;
    private final Suggest suggest;

    CompanyCommands(TicketWork work, TicketChannelManager channels, Tags tags, Suggest suggest) {
        this.work = work;
        this.channels = channels;
        this.tags = tags;
        this.suggest = suggest;
    }

    @Override
    public List<Subcommand> all() {
        Option user = Option.of(OptionType.USER, "user");
        return List.of(
                Subcommand.of("ticket add", List.of(user), this::add),
                Subcommand.of("ticket remove", List.of(user), this::remove),
                Subcommand.of("ticket notes", List.of(), this::notes),
                Subcommand.of("ticket tag", List.of(suggest.tag("name")), this::tag));
    }

    private Reply add(CommandCall call) {
        TicketView ticket = call.ticketAsStaff();
        Person who = call.person("user");
        call.member("user");
        work.personAdded(ticket.id(), who, call.by());
        channels.add(call.guild(), ticket, who.id());
        return Reply.aloud("said.added", "<@" + who.id() + ">");
    }

    private Reply remove(CommandCall call) {
        TicketView ticket = call.ticketAsStaff();
        Person who = call.person("user");
        if (who.id() == ticket.opener().id()) {
            throw new Refused(Phrase.of("refused.opener-stays"));
        }
        work.personRemoved(ticket.id(), who, call.by());
        channels.remove(call.guild(), ticket, who.id());
        return Reply.aloud("said.removed", "<@" + who.id() + ">");
    }

    /** A thread of its own beside the ticket's, which only staff see; made when it is first asked for. */
    private Reply notes(CommandCall call) {
        TicketView ticket = call.ticketAsStaff();
        Long known = ticket.noteThreadId();
        if (known == null) {
            known = channels.openNotes(call.guild(), ticket);
            work.notesIn(ticket.id(), known, call.by());
        }
        return Reply.quietly("said.notes", "<#" + known + ">");
    }

    private Reply tag(CommandCall call) {
        TicketView ticket = call.ticketAsStaff();
        String body = tags.body(call.guild().getIdLong(), call.text("name"))
                .orElseThrow(() -> new Refused(Phrase.of("refused.no-tag", call.text("name"))));
        return Reply.aloud("said.as-is", filled(body, ticket, call));
    }

    /** Variables: {@code {member}}, {@code {staff}}, {@code {number}}, {@code {type}} and {@code {server}}. */
    private static String filled(String body, TicketView ticket, CommandCall call) {
        return body.replace("{member}", "<@" + ticket.opener().id() + ">")
                .replace("{staff}", call.by().name())
                .replace("{number}", Long.toString(ticket.number()))
                .replace("{type}", call.typeOf(ticket).name())
                .replace("{server}", Objects.requireNonNull(call.guild()).getName());
    }
}
