package dev.homelab.local.discord.rest;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the access tokens that people's sign-ins gave out. */
public interface Bearers {

    /** Whose token it is and what it is good for, or null when it is unknown, expired or revoked. */
    @Nullable
    Grant find(String accessToken);

    /** What a person granted. */
    record Grant(long userId, Set<String> scopes) {}
}
