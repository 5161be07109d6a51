package dev.homelab.discordbot.discord.recording;

import dev.homelab.discordbot.discord.StaffCheck;
import dev.homelab.discordbot.discord.connection.DiscordConnection;
import dev.homelab.discordbot.guild.TicketType;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.PermissionOverride;
import net.dv8tion.jda.api.entities.Role;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out permissions from roles, since the bot knows no member who does not act.
 *
 * @see <a href="https://discord.com/developers/docs/topics/permissions">Discord's order of overwrites</a>
 */
@Component
class RolesCheck implements StaffCheck {

    private final DiscordConnection discord;

    RolesCheck(DiscordConnection discord) {
        this.discord = discord;
    }

    @Override
    public boolean includes(long userId, Set<Long> roleIds, TicketType type) {
        if (roleIds.stream().anyMatch(type.staffRoleIds()::contains)) {
            return true;
        }
        Guild guild = discord.guild(type.guildId()).orElse(null);
        return guild != null && managesThreads(guild, userId, roleIds, type);
    }

    private static boolean managesThreads(Guild guild, long userId, Set<Long> roleIds, TicketType type) {
        if (guild.getOwnerIdLong() == userId) {
            return true;
        }
        long base = guild.getRoles().stream()
                .filter(role -> role.isPublicRole() || roleIds.contains(role.getIdLong()))
                .mapToLong(Role::getPermissionsRaw)
                .reduce(0, (one, other) -> one | other);
        if ((base & Permission.ADMINISTRATOR.getRawValue()) != 0) {
            return true;
        }
        Long channelId = type.channelId();
        TextChannel channel = channelId == null ? null : guild.getTextChannelById(channelId);
        long effective = channel == null ? base : overwritten(base, channel, userId, roleIds);
        return (effective & Permission.MANAGE_THREADS.getRawValue()) != 0;
    }

    private static long overwritten(long base, TextChannel channel, long userId, Set<Long> roleIds) {
        long everybody =
                apply(base, channel.getPermissionOverride(channel.getGuild().getPublicRole()));
        long denied = 0;
        long allowed = 0;
        for (PermissionOverride override : channel.getRolePermissionOverrides()) {
            if (roleIds.contains(override.getIdLong())) {
                denied |= override.getDeniedRaw();
                allowed |= override.getAllowedRaw();
            }
        }
        PermissionOverride own = channel.getMemberPermissionOverrides().stream()
                .filter((ISnowflake override) -> override.getIdLong() == userId)
                .findFirst()
                .orElse(null);
        return apply((everybody & ~denied) | allowed, own);
    }

    private static long apply(long permissions, @Nullable PermissionOverride override) {
        return override == null ? permissions : (permissions & ~override.getDeniedRaw()) | override.getAllowedRaw();
    }
}
