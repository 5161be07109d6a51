package dev.homelab.common.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a platform is doing.
 *
 * @param platform its id, such as twitch
 * @param enabled false where no client id and secret are configured
 * @param signIn whether people may sign in with it
 * @param pausedUntil until when no instance asks it, because it throttles us or refuses our client; null when it is asked
 * @param breaker of the instance that answers: CLOSED while it answers well, OPEN while it is left alone after failures,
 *     HALF_OPEN while it is tried
 * @param overdueSeconds for how long the oldest due token has waited to be renewed; 0 when none does
 * @param live links whose tokens work
 * @param retrying links whose token could not be renewed last time, and is tried again
 * @param broken links whose streamer must link again
 * @param ending links that live and that the platform ends within five days
 */
public record PlatformHealth(
        String platform,
        String title,
        boolean enabled,
        boolean signIn,
        @Nullable Instant pausedUntil,
        String breaker,
        long overdueSeconds,
        long live,
        long retrying,
        long broken,
        long ending) {}
