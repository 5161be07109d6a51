package dev.homelab.discordbot.discord.channel;

import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.internal.requests.RestActionImpl;

/** A thread that JDA may not have, as it keeps no archived ones: the calls that need its id alone. */
final class ArchivedThread {

    /** What a thread is like. */
    enum State {
        ACTIVE,
        ARCHIVED,
        GONE
    }

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

    /** Looks for it, in one counted call. */
    State look() {
        try {
            return Objects.requireNonNull(new RestActionImpl<State>(
                            guild.getJDA(),
                            Route.Channels.GET_CHANNEL.compile(id),
                            (response, request) -> state(response.getObject()))
                    .complete());
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.UNKNOWN_CHANNEL) {
                return State.GONE;
            }
            throw e;
        }
    }

    private static State state(DataObject thread) {
        return thread.getObject("thread_metadata").getBoolean("archived") ? State.ARCHIVED : State.ACTIVE;
    }

    /** Archives it unlocked, in one counted call, so that the next message wakes it; false when it is gone. */
    boolean park() {
        return done(change(true, false));
    }

    /** An archived thread refuses to be locked, so it is woken for a moment; it stays unlocked where there is no room. */
    void lock() {
        TicketThreads.ignoring(ErrorResponse.MAX_ACTIVE_THREADS, () -> {
            if (done(change(false, true))) {
                done(change(true, true));
            }
        });
    }

    /** Discord wakes it for the message; returns the message's id, empty when the thread is gone. */
    Optional<Long> say(MessageCreateData message) {
        try {
            return Optional.ofNullable(new RestActionImpl<Long>(
                            guild.getJDA(),
                            Route.Messages.SEND_MESSAGE.compile(id),
                            message.toData(),
                            (response, request) -> response.getObject().getLong("id"))
                    .complete());
        } catch (ErrorResponseException e) {
            if (e.getErrorResponse() == ErrorResponse.UNKNOWN_CHANNEL) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** False when it is gone already. */
    boolean delete() {
        return done(new RestActionImpl<Void>(guild.getJDA(), Route.Channels.DELETE_CHANNEL.compile(id)));
    }

    /** Takes somebody in; an archived thread refuses. */
    void add(long userId) {
        done(new RestActionImpl<Void>(
                guild.getJDA(), Route.Channels.ADD_THREAD_MEMBER.compile(id, Long.toString(userId))));
    }

    void remove(long userId) {
        done(new RestActionImpl<Void>(
                guild.getJDA(), Route.Channels.REMOVE_THREAD_MEMBER.compile(id, Long.toString(userId))));
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
