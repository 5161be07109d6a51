package dev.homelab.local.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long what a platform hands out lives, down to seconds.
 *
 * @param grant how long after the consent its refresh tokens work; null: until somebody ends it
 */
public record Lifetimes(
        Duration code, Duration accessToken, @Nullable Duration grant) {

    static Lifetimes of(Platform platform) {
        return switch (platform) {
            case TWITCH -> new Lifetimes(Duration.ofMinutes(10), Duration.ofHours(4), null);
            case GOOGLE -> new Lifetimes(Duration.ofMinutes(10), Duration.ofHours(1), null);
            case KICK -> new Lifetimes(Duration.ofMinutes(5), Duration.ofHours(2), null);
        };
    }
}
