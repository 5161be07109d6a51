package dev.homelab.discordbot.discord.command;

import dev.homelab.discordbot.discord.channel.TicketChannelManager;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.guild.TypeBook;
import dev.homelab.discordbot.guild.TypeLimits;
import dev.homelab.discordbot.guild.TypeTimes;
import dev.homelab.discordbot.guild.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import org.springframework.stereotype.Component;

/** Ticket types: made, changed, ordered and retired. */
@Component
class TypeCommands implements Subcommands {

    private static final int MOST = 1000;

    private final TypeBook types;
    private final TicketChannelManager channels;
    private final Suggest suggest;

    TypeCommands(TypeBook types, TicketChannelManager channels, Suggest suggest) {
        this.types = types;
        this.channels = channels;
        this.suggest = suggest;
    }

    @Override
    public List<Subcommand> all() {
        Option type = suggest.type("type");
        Option priority = Option.of(OptionType.STRING, "priority")
                .among(Stream.of(Priority.values()).map(Enum::name).toList());
        return List.of(
                Subcommand.of(
                        "tickets type add", List.of(Option.text("name", 40), Option.text("emoji", 60)), this::add),
                Subcommand.of(
                        "tickets type edit",
                        List.of(
                                type,
                                Option.text("name", 40).optional(),
                                Option.text("emoji", 60).optional(),
                                priority.optional(),
                                Option.number("place", 1, 50).optional()),
                        this::edit),
                Subcommand.of(
                        "tickets type staff",
                        List.of(
                                type,
                                Option.of(OptionType.ROLE, "role"),
                                Option.of(OptionType.BOOLEAN, "remove").optional()),
                        this::staff),
                Subcommand.of(
                        "tickets type limits",
                        List.of(
                                type,
                                Option.number("open-at-once", 0, MOST).optional(),
                                Option.number("per-hour", 0, MOST).optional(),
                                Option.number("cooldown-minutes", 0, 10_080).optional()),
                        this::limits),
                Subcommand.of(
                        "tickets type times",
                        List.of(
                                type,
                                Option.number("first-response-minutes", 0, 10_080)
                                        .optional(),
                                Option.number("warn-hours", 0, MOST).optional(),
                                Option.number("close-hours", 0, MOST).optional()),
                        this::times),
                Subcommand.of(
                        "tickets type hours",
                        List.of(
                                type,
                                Option.text("zone", 40).optional(),
                                Option.text("from", 5).optional(),
                                Option.text("until", 5).optional(),
                                Option.of(OptionType.BOOLEAN, "weekends").optional(),
                                Option.text("outside", 500).optional()),
                        this::hours),
                Subcommand.of(
                        "tickets type retire",
                        List.of(type, Option.of(OptionType.BOOLEAN, "again").optional()),
                        this::retire));
    }

    private Reply add(CommandCall call) {
        TicketType type = types.add(
                call.guild().getIdLong(),
                call.text("name"),
                call.text("emoji"),
                call.guild().getLocale().toLocale());
        return shown(call, type);
    }

    private Reply edit(CommandCall call) {
        TicketType type = call.type("type");
        type.rename(text(call, "name", type.name()), text(call, "emoji", type.emoji()));
        call.optional("priority", OptionMapping::getAsString)
                .map(Priority::valueOf)
                .ifPresent(type::priority);
        types.save(type);
        call.optional("place", OptionMapping::getAsInt).ifPresent(place -> types.moveTo(type, place));
        return shown(call, type);
    }

    private Reply staff(CommandCall call) {
        TicketType type = call.type("type");
        long role = call.get("role", option -> option.getAsRole().getIdLong());
        boolean remove = call.optional("remove", OptionMapping::getAsBoolean).orElse(false);
        Stream<Long> others = type.staffRoleIds().stream().filter(id -> id != role);
        type.staffedBy((remove ? others : Stream.concat(others, Stream.of(role))).toList());
        types.save(type);
        return shown(call, type);
    }

    private Reply limits(CommandCall call) {
        TicketType type = call.type("type");
        TypeLimits now = type.limits();
        type.limit(new TypeLimits(
                number(call, "open-at-once", now.openAtOnce()),
                number(call, "per-hour", now.perHour()),
                number(call, "cooldown-minutes", now.cooldownMinutes())));
        types.save(type);
        return Reply.quietly("done");
    }

    private Reply times(CommandCall call) {
        TicketType type = call.type("type");
        TypeTimes now = type.times();
        type.times(new TypeTimes(
                number(call, "first-response-minutes", now.firstResponseMinutes()),
                number(call, "warn-hours", now.staleWarnHours()),
                number(call, "close-hours", now.staleCloseHours())));
        types.save(type);
        return Reply.quietly("done");
    }

    /** Without a zone the type is always open. */
    private Reply hours(CommandCall call) {
        TicketType type = call.type("type");
        type.open(call.optional("zone", OptionMapping::getAsString)
                .map(zone -> hours(call, zone))
                .orElse(null));
        types.save(type);
        return Reply.quietly("done");
    }

    private static WorkingHours hours(CommandCall call, String zone) {
        boolean weekends =
                call.optional("weekends", OptionMapping::getAsBoolean).orElse(false);
        Set<DayOfWeek> days =
                weekends ? EnumSet.allOf(DayOfWeek.class) : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        return new WorkingHours(
                zone,
                days,
                time(text(call, "from", "09:00")),
                time(text(call, "until", "17:00")),
                text(call, "outside", ""));
    }

    private static LocalTime time(String text) {
        return WorkingHours.time(text);
    }

    private Reply retire(CommandCall call) {
        TicketType type = call.type("type");
        type.retire(!call.optional("again", OptionMapping::getAsBoolean).orElse(false));
        types.save(type);
        return shown(call, type);
    }

    /** Makes its channels and brings the panels up to date. */
    private Reply shown(CommandCall call, TicketType type) {
        channels.prepare(call.guild());
        channels.refreshPanels(call.guild());
        return Reply.quietly("said.type", type.emoji() + " " + type.name());
    }

    private static String text(CommandCall call, String option, String otherwise) {
        return call.optional(option, OptionMapping::getAsString).orElse(otherwise);
    }

    private static int number(CommandCall call, String option, int otherwise) {
        return call.optional(option, OptionMapping::getAsInt).orElse(otherwise);
    }
}
