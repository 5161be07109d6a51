package dev.homelab.discordbot.discord.recording;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.springframework.stereotype.Component;

/**
 * From which message on each thread may miss some that are older than its newest record: because somebody spoke before
 * what was missed was read back, or because a message could not be recorded.
 */
@Component
public class Missed {

    private final Map<Long, JDA> caughtUp = new ConcurrentHashMap<>();
    private final Map<Long, Long> from = new ConcurrentHashMap<>();
    private final AtomicInteger ended = new AtomicInteger();

    /** Is about to be recorded, in a session in which older ones may still have to be read back. */
    void speaks(ThreadChannel thread, long messageId) {
        if (!isCaughtUp(thread.getGuild())) {
            isUnsure(thread.getIdLong(), messageId);
        }
    }

    void isUnsure(long threadId, long fromMessageId) {
        from.merge(threadId, fromMessageId, Math::min);
    }

    /** By thread: records from that message on prove nothing about older ones. */
    Map<Long, Long> unsure() {
        return Map.copyOf(from);
    }

    void wasRead(long threadId, long toMessageId) {
        from.computeIfPresent(threadId, (_, unsure) -> unsure > toMessageId ? unsure : null);
    }

    /** How many sessions have ended; whoever reads back says with it which one they read in. */
    int sessions() {
        return ended.get();
    }

    /** False when the session has ended since. */
    boolean caughtUp(Guild guild, int session) {
        caughtUp.put(guild.getIdLong(), guild.getJDA());
        if (ended.get() != session) {
            caughtUp.remove(guild.getIdLong());
            return false;
        }
        return true;
    }

    /** Whether what was missed before this session was looked for, and is recorded where it could be read. */
    public boolean isCaughtUp(Guild guild) {
        return guild.getJDA().equals(caughtUp.get(guild.getIdLong()));
    }

    /** The next session may have missed something. */
    void ended(JDA session) {
        ended.incrementAndGet();
        caughtUp.values().removeIf(session::equals);
    }
}
