package dev.homelab.local.discord.world;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a thread has beyond a channel. */
public final class ThreadState {

    /** Minutes that Discord offers. */
    static final int[] AUTO_ARCHIVE = {60, 1440, 4320, 10080};

    long ownerId;
    boolean archived;
    boolean locked;
    boolean invitable = true;
    int autoArchiveMinutes = 4320;
    Instant archiveChangedAt = Instant.EPOCH;
    Instant createdAt = Instant.EPOCH;
    Instant lastActivity = Instant.EPOCH;
    Map<Long, Instant> members = new LinkedHashMap<>();
    int messagesSent;

    ThreadState() {}

    ThreadState(long ownerId, Instant now) {
        this.ownerId = ownerId;
        this.archiveChangedAt = now;
        this.createdAt = now;
        this.lastActivity = now;
    }

    boolean idleAt(Instant now) {
        return !archived && !lastActivity.plusSeconds(autoArchiveMinutes * 60L).isAfter(now);
    }
}
