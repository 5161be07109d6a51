package dev.homelab.discordbot.discord.channel;

import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/** JDA keeps no archived thread, and its manager wants one: this is the same PATCH by the thread's id alone. */
final class Waking {

    private Waking() {}

    static RestAction<Void> thread(Guild guild, long threadId) {
        DataObject change = DataObject.empty().put("archived", false).put("locked", false);
        return new RestActionImpl<>(
                guild.getJDA(), Route.Channels.MODIFY_CHANNEL.compile(Long.toString(threadId)), change);
    }
}
