package dev.homelab.discordbot.discord.connection;

import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import org.jspecify.annotations.Nullable;

/** One part of the servers, as far as this instance has to do with it. */
final class Shard {

    private final int number;
    private final Duration lease;
    private volatile @Nullable JDA session;
    private volatile boolean held;
    private volatile long renewedAt;

    Shard(int number, Duration lease) {
        this.number = number;
        this.lease = lease;
    }

    int number() {
        return number;
    }

    /** As Discord deals servers out. */
    boolean serves(long guildId, int shards) {
        return (guildId >> 22) % shards == number;
    }

    /** @param askedAt the nanoseconds before the database was asked, from which on the lease counts */
    void renewed(long askedAt) {
        renewedAt = askedAt;
        held = true;
    }

    boolean isHeld() {
        return held;
    }

    /** Whether another instance may hold it by now; a fifth of the lease is kept for clocks and answers. */
    boolean isStale() {
        return System.nanoTime() - renewedAt > lease.toNanos() * 4 / 5;
    }

    void connected(JDA newSession) {
        session = newSession;
    }

    /** Empty until the first login, and whenever another instance may be connected. */
    Optional<JDA> session() {
        return held && !isStale() ? Optional.ofNullable(session) : Optional.empty();
    }

    /** JDA ends a session for good when Discord refuses what it asked for. */
    boolean hasSession() {
        JDA last = session;
        return last != null && last.getStatus() != JDA.Status.SHUTDOWN;
    }

    /** Gives it up, and returns the session that is to be closed. */
    Optional<JDA> drop() {
        held = false;
        JDA last = session;
        session = null;
        return Optional.ofNullable(last);
    }
}
