package dev.homelab.discordbot.discord;

import java.util.Set;

/** Whose tickets somebody answers. */
public interface StaffDuties {

    /**
     * The ids of the types whose staff a user is, in all servers that are connected here; one call to Discord for each
     * server, and none again within half a minute.
     *
     * @throws dev.homelab.discordbot.language.Refusal while Discord is not connected here
     */
    Set<Long> typesOf(long userId);
}
