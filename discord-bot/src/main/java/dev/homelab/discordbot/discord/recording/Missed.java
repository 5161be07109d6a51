package dev.homelab.discordbot.discord.recording;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.springframework.stereotype.Component;

/**
 * From which message on each thread may miss some that are older than its newest record: because somebody spoke before
 * what was missed was read back, or because a message could not be recorded.
 */
@Component
class Missed {

    private final Map<Long, JDA> caughtUp = new ConcurrentHashMap<>();
    private final Map<Long, Long> from = new ConcurrentHashMap<>();

    /** Is about to be recorded, in a session in which older ones may still have to be read back. */
    void speaks(ThreadChannel thread, long messageId) {
        Guild guild = thread.getGuild();
        if (!guild.getJDA().equals(caughtUp.get(guild.getIdLong()))) {
            isUnsure(thread.getIdLong(), messageId);
        }
    }

    void isUnsure(long threadId, long fromMessageId) {
        from.merge(threadId, fromMessageId, Math::min);
    }

    /** By thread; none of a message that is older than the one here is missed. */
    Map<Long, Long> unsure() {
        return Map.copyOf(from);
    }

    void wasRead(long threadId, long toMessageId) {
        from.computeIfPresent(threadId, (_, unsure) -> unsure > toMessageId ? unsure : null);
    }

    void isCaughtUp(Guild guild) {
        caughtUp.put(guild.getIdLong(), guild.getJDA());
    }

    /** The next session may have missed something. */
    void ended(JDA session) {
        caughtUp.values().removeIf(session::equals);
    }
}
