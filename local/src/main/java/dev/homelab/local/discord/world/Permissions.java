package dev.homelab.local.discord.world;

import static dev.homelab.local.discord.world.Permission.ADMINISTRATOR;
import static dev.homelab.local.discord.world.Permission.ATTACH_FILES;
import static dev.homelab.local.discord.world.Permission.EMBED_LINKS;
import static dev.homelab.local.discord.world.Permission.MANAGE_THREADS;
import static dev.homelab.local.discord.world.Permission.MENTION_EVERYONE;
import static dev.homelab.local.discord.world.Permission.SEND_MESSAGES;
import static dev.homelab.local.discord.world.Permission.SEND_MESSAGES_IN_THREADS;
import static dev.homelab.local.discord.world.Permission.SEND_TTS_MESSAGES;
import static dev.homelab.local.discord.world.Permission.VIEW_CHANNEL;

import org.jspecify.annotations.Nullable;

/**
 * Who may do what where.
 *
 * @see <a href="https://discord.com/developers/docs/topics/permissions">Discord's algorithm</a>
 */
public final class Permissions {

    private static final long NEEDS_SENDING =
            Permission.of(MENTION_EVERYONE, SEND_TTS_MESSAGES, ATTACH_FILES, EMBED_LINKS);

    private final World world;

    Permissions(World world) {
        this.world = world;
    }

    /** The member's permissions over the whole server. */
    public long in(Guild guild, long userId) {
        if (guild.ownerId == userId) {
            return Permission.ALL;
        }
        long permissions = guild.everyone().permissions;
        for (long role : guild.requireMember(userId).roles) {
            permissions |= guild.role(role).permissions;
        }
        return ADMINISTRATOR.in(permissions) ? Permission.ALL : permissions;
    }

    /** The member's permissions in one channel; a thread has those of its parent. */
    public long in(Channel channel, long userId) {
        if (channel.isDirect()) {
            return channel.recipients.contains(userId) ? Permission.ALL : 0;
        }
        Guild guild = world.guild(channel.guildId);
        Member member = guild.member(userId);
        if (member == null) {
            return 0;
        }
        long base = in(guild, userId);
        if (base == Permission.ALL) {
            return base;
        }
        Channel owner = channel.isThread() ? world.channel(channel.parentId) : channel;
        return implied(overwritten(owner, guild, member, base), channel);
    }

    private static long overwritten(Channel channel, Guild guild, Member member, long base) {
        long permissions = applied(channel.overwrites.get(guild.id), base);
        long allow = 0;
        long deny = 0;
        for (long role : member.roles) {
            Overwrite overwrite = channel.overwrites.get(role);
            if (overwrite != null) {
                allow |= overwrite.allow();
                deny |= overwrite.deny();
            }
        }
        permissions = (permissions & ~deny) | allow;
        return applied(channel.overwrites.get(member.userId), permissions);
    }

    private static long applied(@Nullable Overwrite overwrite, long permissions) {
        return overwrite == null ? permissions : (permissions & ~overwrite.deny()) | overwrite.allow();
    }

    private static long implied(long permissions, Channel channel) {
        if (!VIEW_CHANNEL.in(permissions)) {
            return 0;
        }
        Permission sending = channel.isThread() ? SEND_MESSAGES_IN_THREADS : SEND_MESSAGES;
        return sending.in(permissions) ? permissions : permissions & ~NEEDS_SENDING;
    }

    /** Whether the user sees the channel; private threads are seen by their members and by those who manage threads. */
    public boolean sees(Channel channel, long userId) {
        long permissions = in(channel, userId);
        if (!VIEW_CHANNEL.in(permissions)) {
            return false;
        }
        return channel.type != ChannelType.PRIVATE_THREAD
                || MANAGE_THREADS.in(permissions)
                || channel.thread().members.containsKey(userId);
    }

    /** Refuses with 50001 who does not see the channel and with 50013 who lacks one of {@code needed} there. */
    public void require(Channel channel, long userId, Permission... needed) {
        if (!sees(channel, userId)) {
            throw DiscordError.MISSING_ACCESS.exception();
        }
        if (!has(channel, userId, needed)) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
    }

    boolean has(Channel channel, long userId, Permission... needed) {
        long bits = Permission.of(needed);
        return (in(channel, userId) & bits) == bits;
    }

    /** Refuses with 50001 who is not in the server and with 50013 who lacks {@code needed} there. */
    public void require(Guild guild, long userId, Permission needed) {
        if (guild.member(userId) == null) {
            throw DiscordError.MISSING_ACCESS.exception();
        }
        if (!needed.in(in(guild, userId))) {
            throw DiscordError.MISSING_PERMISSIONS.exception();
        }
    }

    /** The highest role's position; the owner stands above all. */
    int rank(Guild guild, long userId) {
        if (guild.ownerId == userId) {
            return Integer.MAX_VALUE;
        }
        return guild.requireMember(userId).roles.stream()
                .mapToInt(role -> guild.role(role).position)
                .max()
                .orElse(0);
    }
}
