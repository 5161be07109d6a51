package dev.homelab.discordbot.discord.channel;

import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/** JDA keeps no archived thread, and its actions want one: these are the same calls by the thread's id alone. */
final class ArchivedThread {

    private final Guild guild;
    private final String id;

    private ArchivedThread(Guild guild, String id) {
        this.guild = guild;
        this.id = id;
    }

    static ArchivedThread of(Guild guild, long threadId) {
        return new ArchivedThread(guild, Long.toString(threadId));
    }

    /** Unlocks and wakes it, in one counted call; false when it is gone. */
    boolean wake() {
        return done(change(false, false));
    }

    /** An archived thread refuses to be locked, so it is woken for a moment; it stays unlocked where there is no room. */
    void lock() {
        TicketThreads.ignoring(ErrorResponse.MAX_ACTIVE_THREADS, () -> {
            if (done(change(false, true))) {
                done(change(true, true));
            }
        });
    }

    /** Discord wakes it for the message. */
    void say(MessageCreateData message) {
        done(new RestActionImpl<Void>(guild.getJDA(), Route.Messages.SEND_MESSAGE.compile(id), message.toData()));
    }

    boolean delete() {
        return done(new RestActionImpl<Void>(guild.getJDA(), Route.Channels.DELETE_CHANNEL.compile(id)));
    }

    private RestAction<Void> change(boolean archived, boolean locked) {
        DataObject change = DataObject.empty().put("archived", archived).put("locked", locked);
        return new RestActionImpl<>(guild.getJDA(), Route.Channels.MODIFY_CHANNEL.compile(id), change);
    }

    private static boolean done(RestAction<Void> call) {
        try {
            call.complete();
            return true;
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.UNKNOWN_CHANNEL) {
                return false;
            }
            throw e;
        }
    }
}
