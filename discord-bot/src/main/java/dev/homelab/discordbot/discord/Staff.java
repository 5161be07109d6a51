package dev.homelab.discordbot.discord;

import dev.homelab.discordbot.guild.TicketType;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;

/** Who answers tickets. */
public final class Staff {

    private Staff() {}

    /** Holders of one of the type's staff roles, and whoever manages threads in the type's channel. */
    public static boolean includes(Member member, TicketType type) {
        return member.getRoles().stream().map(ISnowflake::getIdLong).anyMatch(type.staffRoleIds()::contains)
                || managesThreads(member, type);
    }

    private static boolean managesThreads(Member member, TicketType type) {
        Long channelId = type.channelId();
        TextChannel channel = channelId == null ? null : member.getGuild().getTextChannelById(channelId);
        return channel == null
                ? member.hasPermission(Permission.MANAGE_THREADS)
                : member.hasPermission(channel, Permission.MANAGE_THREADS);
    }
}
