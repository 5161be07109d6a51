package dev.homelab.discordbot.api;

import dev.homelab.common.contract.TicketTypesApi;
import dev.homelab.discordbot.discord.GuildChanges;
import dev.homelab.discordbot.discord.StaffDuties;
import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.Priority;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.guild.TypeBook;
import dev.homelab.discordbot.guild.TypeLimits;
import dev.homelab.discordbot.guild.TypeTimes;
import dev.homelab.discordbot.guild.WorkingHours;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketTypesController implements TicketTypesApi {

    private final GuildRegistry guilds;
    private final TypeBook types;
    private final GuildChanges changes;
    private final StaffDuties duties;

    TicketTypesController(GuildRegistry guilds, TypeBook types, GuildChanges changes, StaffDuties duties) {
        this.duties = duties;
        this.guilds = guilds;
        this.types = types;
        this.changes = changes;
    }

    @Override
    public List<Type> types(long server, @Nullable Long staff) {
        Set<Long> theirs = staff == null ? Set.of() : duties.typesOf(staff);
        return guilds.typesOf(server).stream()
                .filter(type -> staff == null || theirs.contains(type.id()))
                .map(TicketTypesController::shown)
                .toList();
    }

    @Override
    public Type add(long server, NewType wanted) {
        TicketType type = types.add(
                server, wanted.name(), wanted.emoji(), guilds.get(server).language());
        changes.follow(server);
        return shown(type);
    }

    @Override
    public Type change(long id, Type wanted) {
        TicketType type = guilds.type(id);
        type.rename(wanted.name(), wanted.emoji());
        type.retire(wanted.retired());
        type.staffedBy(wanted.staffRoleIds());
        type.priority(named(Priority.class, wanted.priority(), "priority"));
        type.limit(new TypeLimits(wanted.openAtOnce(), wanted.perHour(), wanted.cooldownMinutes()));
        type.times(new TypeTimes(wanted.firstResponseMinutes(), wanted.staleWarnHours(), wanted.staleCloseHours()));
        type.open(wanted.hours() == null ? null : read(wanted.hours()));
        type.ask(wanted.questions().stream().map(TicketTypesController::read).toList());
        types.save(type);
        types.moveTo(type, wanted.place());
        changes.follow(type.guildId());
        return shown(guilds.type(id));
    }

    private static <E extends Enum<E>> E named(Class<E> kind, String name, String field) {
        try {
            return Enum.valueOf(kind, name);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(field + " must be one of " + List.of(kind.getEnumConstants()) + ".");
        }
    }

    private static dev.homelab.discordbot.guild.Question read(Question question) {
        return new dev.homelab.discordbot.guild.Question(
                question.key(),
                named(dev.homelab.discordbot.guild.Question.Kind.class, question.kind(), "kind"),
                question.label(),
                question.hint(),
                question.required(),
                question.longest(),
                question.options().stream()
                        .map(option -> new dev.homelab.discordbot.guild.Question.Option(
                                option.label(), raised(option.raises()), option.routesTo()))
                        .toList());
    }

    private static @Nullable Priority raised(@Nullable String name) {
        return name == null ? null : named(Priority.class, name, "raises");
    }

    private static Type shown(TicketType type) {
        return new Type(
                type.id(),
                type.name(),
                type.emoji(),
                type.position() + 1,
                type.retired(),
                type.staffRoleIds(),
                type.priority().name(),
                type.limits().openAtOnce(),
                type.limits().perHour(),
                type.limits().cooldownMinutes(),
                type.times().firstResponseMinutes(),
                type.times().staleWarnHours(),
                type.times().staleCloseHours(),
                type.hours() == null ? null : shown(type.hours()),
                type.questions().stream().map(TicketTypesController::shown).toList());
    }

    private static WorkingHours read(Hours hours) {
        return new WorkingHours(
                hours.zone(),
                hours.days().stream()
                        .map(day -> named(DayOfWeek.class, day, "days"))
                        .collect(Collectors.toSet()),
                WorkingHours.time(hours.from()),
                WorkingHours.time(hours.until()),
                hours.outside());
    }

    private static Hours shown(WorkingHours hours) {
        return new Hours(
                hours.zone(),
                hours.days().stream().sorted().map(DayOfWeek::name).toList(),
                hours.from().toString(),
                hours.until().toString(),
                hours.outside());
    }

    private static Question shown(dev.homelab.discordbot.guild.Question question) {
        return new Question(
                question.key(),
                question.kind().name(),
                question.label(),
                question.hint(),
                question.required(),
                question.longest(),
                question.options().stream()
                        .map(option -> new Option(
                                option.label(),
                                option.raises() == null ? null : option.raises().name(),
                                option.routesTo()))
                        .toList());
    }
}
