package dev.homelab.local.discord.world;

import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened.
 *
 * @param type Discord's name of the gateway event
 * @param data the event as the bot would get it
 * @param guildId the server, or 0 for direct messages and the simulator's own
 * @param channelId the channel that looks different now, or 0
 * @param intents the bot needs one of these to hear it; 0 for none needed
 * @param forBot whether the bot may see it at all
 * @param privileged whether the words need the MESSAGE_CONTENT intent
 */
public record Event(
        String type, ObjectNode data, long guildId, long channelId, int intents, boolean forBot, boolean privileged) {

    static Event of(String type, ObjectNode data, long guildId, long channelId, int intents) {
        return new Event(type, data, guildId, channelId, intents, true, false);
    }

    /** For the page only: nothing that Discord would tell a bot. */
    static Event unseen(long guildId, long channelId) {
        return new Event("PAGE", Json.object(), guildId, channelId, 0, false, false);
    }
}
