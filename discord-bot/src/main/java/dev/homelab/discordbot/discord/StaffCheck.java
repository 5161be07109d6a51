package dev.homelab.discordbot.discord;

import dev.homelab.discordbot.guild.TicketType;
import java.util.Set;

/** Who answers tickets, asked by people who are not on Discord at the moment. */
public interface StaffCheck {

    /**
     * Whether a member of the type's server with these roles is of its staff; while Discord is not connected, only the
     * type's own staff roles count.
     */
    boolean includes(long userId, Set<Long> roleIds, TicketType type);
}
