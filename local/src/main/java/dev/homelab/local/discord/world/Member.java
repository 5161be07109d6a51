package dev.homelab.local.discord.world;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user's membership of one server. */
public final class Member {

    long userId;

    @Nullable
    String nick;

    Set<Long> roles = new LinkedHashSet<>();
    Instant joinedAt = Instant.EPOCH;

    Member() {}

    Member(long userId, Instant joinedAt) {
        this.userId = userId;
        this.joinedAt = joinedAt;
    }

    public long userId() {
        return userId;
    }

    public @Nullable String nick() {
        return nick;
    }

    public Set<Long> roles() {
        return Set.copyOf(roles);
    }
}
