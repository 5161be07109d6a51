package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.guild.GuildRegistry;
import dev.homelab.discordbot.guild.GuildSetup;
import dev.homelab.discordbot.guild.TicketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Role;
import org.springframework.stereotype.Component;

/** Which channels a server should have. */
@Component
class Blueprint {

    private static final String PANEL = "open-a-ticket";

    private final GuildRegistry guilds;

    Blueprint(GuildRegistry guilds) {
        this.guilds = guilds;
    }

    ChannelPlan panel(Guild guild, GuildSetup setup) {
        return new ChannelPlan(
                Place.ACTIVE,
                PANEL,
                "Members open tickets here",
                setup.panelChannelId(),
                List.of(Allowance.quiet(guild), Allowance.own(guild)),
                id -> {
                    setup.panelChannelMade(id);
                    guilds.save(setup);
                });
    }

    /** Two for each type; a retired one keeps what it has. */
    List<ChannelPlan> ofTypes(Guild guild, List<TicketType> types) {
        List<ChannelPlan> plans = new ArrayList<>();
        types.forEach(type -> plans.add(tickets(guild, type)));
        types.forEach(type -> plans.add(archive(guild, type)));
        return plans;
    }

    private ChannelPlan tickets(Guild guild, TicketType type) {
        return new ChannelPlan(
                Place.ACTIVE,
                type.channelName(),
                "Tickets of the type " + type.name(),
                type.channelId(),
                with(guild, type, Allowance::staff, Allowance.quiet(guild), Allowance.ownInThreads(guild)),
                id -> {
                    type.channelMade(id);
                    guilds.save(type);
                });
    }

    private ChannelPlan archive(Guild guild, TicketType type) {
        return new ChannelPlan(
                Place.ARCHIVE,
                type.channelName() + "-archive",
                "Closed tickets of the type " + type.name(),
                type.archiveChannelId(),
                with(guild, type, Allowance::reader, Allowance.hidden(guild), Allowance.own(guild)),
                id -> {
                    type.archiveChannelMade(id);
                    guilds.save(type);
                });
    }

    /** Roles that were deleted from the server are passed over; the doctor names them. */
    private static List<Allowance> with(
            Guild guild, TicketType type, LongFunction<Allowance> staff, Allowance... others) {
        Stream<Role> named =
                type.staffRoleIds().stream().map(guild::getRoleById).filter(Objects::nonNull);
        Stream<Role> roles = type.staffRoleIds().isEmpty() ? whoManagesThreads(guild) : named;
        return Stream.concat(Stream.of(others), roles.map(Role::getIdLong).map(staff::apply))
                .toList();
    }

    /** They see every ticket of a type without staff roles, so they see its cards too. */
    private static Stream<Role> whoManagesThreads(Guild guild) {
        return guild.getRoles().stream()
                .filter(role -> role.hasPermission(Permission.MANAGE_THREADS))
                .filter(role -> !role.isManaged() && !role.isPublicRole());
    }
}
