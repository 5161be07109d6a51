package dev.homelab.discordbot.discord.channel;

import dev.homelab.discordbot.discord.Finding;
import dev.homelab.discordbot.discord.Finding.Severity;
import dev.homelab.discordbot.guild.TicketType;
import dev.homelab.discordbot.language.Phrase;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the bot may do what it has to, and the staff see what they should; costs no call. */
@Component
class PermissionCheck {

    private static final Set<Permission> NEEDED = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.CREATE_PRIVATE_THREADS,
            Permission.MANAGE_THREADS,
            Permission.MANAGE_CHANNEL,
            Permission.MANAGE_ROLES,
            Permission.MESSAGE_HISTORY,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES);

    private static final Set<Permission> IN_PANELS =
            EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY, Permission.MESSAGE_SEND);

    void ofServer(Guild guild, List<Finding> findings) {
        Set<Permission> missing = EnumSet.copyOf(NEEDED);
        missing.removeAll(guild.getSelfMember().getPermissions());
        if (!missing.isEmpty()) {
            findings.add(new Finding(
                    Severity.ERROR,
                    Phrase.of("doctor.permission", names(missing)),
                    Phrase.of("doctor.mend.permission", names(missing))));
        }
    }

    void ofType(Guild guild, TicketType type, List<Finding> findings) {
        TextChannel tickets = channel(guild, type.channelId());
        TextChannel archive = channel(guild, type.archiveChannelId());
        if (tickets == null || archive == null) {
            findings.add(Doctor.setup(Phrase.of("doctor.channel", type.name())));
            return;
        }
        inChannel(guild, tickets, Allowance.ownInThreads(guild), findings);
        inChannel(guild, archive, Allowance.own(guild), findings);
        for (long roleId : type.staffRoleIds()) {
            staff(guild.getRoleById(roleId), type, tickets, findings);
        }
    }

    /** A panel goes on working where the bot may no longer speak, but as it was. */
    void ofPanel(Guild guild, TextChannel channel, List<Finding> findings) {
        Set<Permission> missing = missing(guild, channel, IN_PANELS);
        if (!missing.isEmpty()) {
            findings.add(
                    lacking(channel, missing, Severity.WARNING, Phrase.of("doctor.mend.permission", names(missing))));
        }
    }

    private static void inChannel(Guild guild, TextChannel channel, Allowance own, List<Finding> findings) {
        Set<Permission> missing = missing(guild, channel, own.allow());
        if (!missing.isEmpty()) {
            findings.add(lacking(channel, missing, Severity.ERROR, Phrase.of("doctor.mend.setup")));
        }
    }

    private static Set<Permission> missing(Guild guild, TextChannel channel, Set<Permission> needed) {
        Set<Permission> missing = EnumSet.copyOf(needed);
        missing.removeAll(guild.getSelfMember().getPermissions(channel));
        return missing;
    }

    /** What the bot does not see it cannot mend. */
    private static Finding lacking(TextChannel channel, Set<Permission> missing, Severity severity, Phrase mend) {
        boolean blind = missing.contains(Permission.VIEW_CHANNEL);
        return new Finding(
                blind ? Severity.ERROR : severity,
                Phrase.of("doctor.channel.permission", channel.getAsMention(), names(missing)),
                blind ? Phrase.of("doctor.mend.blind", channel.getAsMention()) : mend);
    }

    private static void staff(@Nullable Role role, TicketType type, TextChannel tickets, List<Finding> findings) {
        if (role == null) {
            findings.add(new Finding(
                    Severity.WARNING,
                    Phrase.of("doctor.role.gone", type.name()),
                    Phrase.of("doctor.mend.role", type.name())));
        } else if (!role.hasPermission(tickets, Permission.VIEW_CHANNEL, Permission.MANAGE_THREADS)) {
            findings.add(Doctor.setup(Phrase.of("doctor.role.blind", role.getAsMention(), tickets.getAsMention())));
        }
    }

    private static String names(Collection<Permission> permissions) {
        return permissions.stream().map(Permission::getName).collect(Collectors.joining(", "));
    }

    private static @Nullable TextChannel channel(Guild guild, @Nullable Long id) {
        return id == null ? null : guild.getTextChannelById(id);
    }
}
