package dev.homelab.discordbot.discord.channel;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.PermissionOverride;
import net.dv8tion.jda.api.entities.channel.attribute.IPermissionContainer;
import org.jspecify.annotations.Nullable;

/**
 * What a channel allows and denies to a role, or to the bot itself, at the least.
 *
 * @param holder the role's id, or the bot's
 * @param member whether it is the bot's
 */
record Allowance(long holder, boolean member, Set<Permission> allow, Set<Permission> deny) {

    /** Sees every ticket of a type, without being added to any. */
    private static final Set<Permission> STAFF = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MANAGE_THREADS,
            Permission.MESSAGE_HISTORY,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES);

    private static final Set<Permission> READER = EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY);

    private static final Set<Permission> OWN = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_HISTORY);

    private static final Set<Permission> OWN_IN_THREADS = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.CREATE_PRIVATE_THREADS,
            Permission.MANAGE_THREADS,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_HISTORY);

    private static final Set<Permission> TALK =
            EnumSet.of(Permission.MESSAGE_SEND, Permission.CREATE_PUBLIC_THREADS, Permission.CREATE_PRIVATE_THREADS);

    static Allowance own(Guild guild) {
        return new Allowance(guild.getSelfMember().getIdLong(), true, OWN, Set.of());
    }

    static Allowance ownInThreads(Guild guild) {
        return new Allowance(guild.getSelfMember().getIdLong(), true, OWN_IN_THREADS, Set.of());
    }

    /** Everybody sees the channel and may talk in threads they belong to, and nowhere else in it. */
    static Allowance quiet(Guild guild) {
        return new Allowance(
                guild.getPublicRole().getIdLong(),
                false,
                EnumSet.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND_IN_THREADS),
                TALK);
    }

    /** Cards show who asked for help, so nobody sees them who is not staff. */
    static Allowance hidden(Guild guild) {
        return new Allowance(guild.getPublicRole().getIdLong(), false, Set.of(), EnumSet.of(Permission.VIEW_CHANNEL));
    }

    static Allowance staff(long roleId) {
        return new Allowance(roleId, false, STAFF, Set.of());
    }

    static Allowance reader(long roleId) {
        return new Allowance(roleId, false, READER, Set.of());
    }

    long allowed() {
        return Permission.getRaw(allow);
    }

    long denied() {
        return Permission.getRaw(deny);
    }

    boolean isMetBy(IPermissionContainer channel) {
        PermissionOverride override = of(channel);
        return override != null
                && (override.getAllowedRaw() & allowed()) == allowed()
                && (override.getDeniedRaw() & denied()) == denied();
    }

    @Nullable
    PermissionOverride of(IPermissionContainer channel) {
        return channel.getPermissionOverrides().stream()
                .filter(override -> override.getIdLong() == holder)
                .findFirst()
                .orElse(null);
    }

    /** Roles that were staff of the channel and are not any more; others' overwrites are left alone. */
    static List<Long> former(IPermissionContainer channel, Collection<Allowance> now) {
        Set<Long> holders = now.stream().map(Allowance::holder).collect(Collectors.toSet());
        return channel.getRolePermissionOverrides().stream()
                .filter(override -> override.getAllowed().equals(STAFF)
                        || override.getAllowed().equals(READER))
                .filter(override -> !holders.contains(override.getIdLong()))
                .map(PermissionOverride::getIdLong)
                .toList();
    }
}
