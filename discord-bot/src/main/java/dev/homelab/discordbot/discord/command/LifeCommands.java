package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.channel.Opening;
import dev.homelab.discordbot.discord.channel.TicketFlow;
import dev.homelab.discordbot.discord.interaction.CloseRequests;
import dev.homelab.discordbot.discord.interaction.OpenInteraction;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.List;
import java.util.Objects;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.springframework.stereotype.Component;

/** How a ticket begins, goes on under another type, and ends. */
@Component
class LifeCommands implements Subcommands {

    private final TicketFlow flow;
    private final GuildRegistry guilds;
    private final OpenInteraction open;
    private final CloseRequests closeRequests;
    private final Suggest suggest;

    LifeCommands(
            TicketFlow flow, GuildRegistry guilds, OpenInteraction open, CloseRequests closeRequests, Suggest suggest) {
        this.flow = flow;
        this.guilds = guilds;
        this.open = open;
        this.closeRequests = closeRequests;
        this.suggest = suggest;
    }

    @Override
    public List<Subcommand> all() {
        Option user = Option.of(OptionType.USER, "user").optional();
        return List.of(
                Subcommand.immediate("ticket open", List.of(suggest.type("type"), user), this::open),
                Subcommand.of("ticket close", List.of(Option.text("reason", 500).optional()), this::close),
                Subcommand.of(
                        "ticket ask-to-close",
                        List.of(Option.number("hours", 1, 24 * 30).optional()),
                        this::ask),
                Subcommand.of("ticket type", List.of(suggest.type("type")), this::retype));
    }

    /** For oneself, or by staff for a member. */
    private void open(SlashCommandInteractionEvent event) {
        String typeId = Objects.requireNonNull(event.getOption("type")).getAsString();
        OptionMapping user = event.getOption("user");
        open.show(event, typeId, user == null ? null : user.getAsMember());
    }

    private Reply close(CommandCall call) {
        TicketView ticket = call.ticket();
        if (ticket.opener().id() != call.by().id() && !call.isStaffOf(ticket)) {
            throw new Refused(Phrase.of("refused.staff-only"));
        }
        String reason = call.optional("reason", OptionMapping::getAsString).orElse(null);
        flow.close(call.guild(), ticket.id(), call.by(), reason);
        return Reply.quietly("said.closed", Long.toString(ticket.number()));
    }

    private Reply ask(CommandCall call) {
        TicketView ticket = call.ticketAsStaff();
        int hours = call.optional("hours", OptionMapping::getAsInt).orElse(24);
        closeRequests.ask(call.guild(), ticket, call.by(), hours);
        return Reply.quietly("said.asked-to-close");
    }

    private Reply retype(CommandCall call) {
        TicketView ticket = call.ticketAsStaff();
        TicketType type = call.type("type");
        if (type.retired() || type.id() == ticket.typeId()) {
            throw new Refused(Phrase.of("refused.no-type"));
        }
        return switch (flow.retype(call.guild(), ticket, guilds.type(type.id()), call.by())) {
            case Opening.Opened(var _, long threadId) -> Reply.quietly("said.moved", "<#" + threadId + ">");
            case Opening.Queued _ -> Reply.quietly("said.moving");
            case Opening.UnderWay _ -> Reply.quietly("said.moving-slowly");
        };
    }
}
