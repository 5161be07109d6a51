package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.discord.People;
import dev.homelab.discordbot.discord.Refused;
import dev.homelab.discordbot.discord.Staff;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrase;
import dev.homelab.discordbot.ticket.Person;
import dev.homelab.discordbot.ticket.TicketShelf;
import dev.homelab.discordbot.ticket.TicketView;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/** A subcommand as somebody called it: by whom, where, with what. */
final class CommandCall {

    private final SlashCommandInteractionEvent event;
    private final TicketShelf shelf;
    private final GuildRegistry guilds;

    CommandCall(SlashCommandInteractionEvent event, TicketShelf shelf, GuildRegistry guilds) {
        this.event = event;
        this.shelf = shelf;
        this.guilds = guilds;
    }

    SlashCommandInteractionEvent event() {
        return event;
    }

    Guild guild() {
        return Objects.requireNonNull(event.getGuild());
    }

    Member member() {
        return Objects.requireNonNull(event.getMember());
    }

    Person by() {
        return People.of(event.getUser());
    }

    /** The ticket whose thread, or whose thread of notes, the command was given in; nobody reaches another one's. */
    TicketView ticket() {
        return shelf.ofThread(event.getChannel().getIdLong())
                .filter(ticket -> ticket.guildId() == guild().getIdLong())
                .orElseThrow(() -> new Refused(Phrase.of("refused.not-here")));
    }

    /** The ticket here, if the caller answers tickets of its type. */
    TicketView ticketAsStaff() {
        TicketView ticket = ticket();
        if (!isStaffOf(ticket)) {
            throw new Refused(Phrase.of("refused.staff-only"));
        }
        return ticket;
    }

    boolean isStaffOf(TicketView ticket) {
        return Staff.includes(member(), typeOf(ticket));
    }

    TicketType typeOf(TicketView ticket) {
        return guilds.type(ticket.typeId());
    }

    /** The type that an option names by its id. */
    TicketType type(String option) {
        return optional(option, OptionMapping::getAsString)
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> guilds.type(guild().getIdLong(), Long.parseLong(id)))
                .orElseThrow(() -> new Refused(Phrase.of("refused.no-type")));
    }

    Person person(String option) {
        return People.of(get(option, OptionMapping::getAsUser));
    }

    /** A member of this server. */
    Member member(String option) {
        return Optional.ofNullable(event.getOption(option))
                .flatMap(given -> Optional.ofNullable(given.getAsMember()))
                .orElseThrow(() -> new Refused(Phrase.of("refused.not-a-member")));
    }

    String text(String option) {
        return get(option, OptionMapping::getAsString);
    }

    int number(String option) {
        return get(option, OptionMapping::getAsInt);
    }

    <T> T get(String option, Function<OptionMapping, T> reading) {
        return optional(option, reading).orElseThrow(() -> new IllegalArgumentException("no option " + option));
    }

    /** Empty when the option was not given. */
    <T> Optional<T> optional(String option, Function<OptionMapping, ? extends T> reading) {
        OptionMapping given = event.getOption(option);
        return given == null ? Optional.empty() : Optional.ofNullable(reading.apply(given));
    }
}
