package dev.homelab.discordbot.discord;

import java.util.List;

/** How the servers that are connected here are doing. */
public interface ServerCare {

    /**
     * One server.
     *
     * @param activeThreads its own and others', of which Discord allows 1,000
     * @param limit above which idle tickets are parked
     * @param queued tickets that wait for room
     */
    record ServerState(long id, String name, int activeThreads, int limit, int queued) {}

    /** Costs no call. */
    List<ServerState> servers();

    /**
     * What the doctor finds, the worst first, in at most two calls, and in none for panels that were there before.
     *
     * @throws dev.homelab.discordbot.language.Refusal when the server is not connected here
     * @throws DiscordFailed when Discord does not answer as it should
     */
    List<Finding> examine(long guildId);
}
