package dev.homelab.local.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long what a platform hands out lives, down to seconds; null: until somebody ends it.
 *
 * @param grant how long after the consent its refresh tokens work; Google names the rest of it (time-based access)
 * @param testing the same without a word in the answers, as Google does with an app in testing (7 days)
 * @param unused how long a refresh token works that nobody uses
 */
public record Lifetimes(
        Duration code,
        Duration accessToken,
        @Nullable Duration grant,
        @Nullable Duration testing,
        @Nullable Duration unused) {

    static Lifetimes of(Platform platform) {
        return switch (platform) {
            case TWITCH -> new Lifetimes(Duration.ofMinutes(10), Duration.ofHours(4), null, null, null);
            case GOOGLE -> new Lifetimes(Duration.ofMinutes(10), Duration.ofHours(1), null, null, Duration.ofDays(182));
            case KICK -> new Lifetimes(Duration.ofMinutes(5), Duration.ofHours(2), null, null, null);
        };
    }

    public Lifetimes withCode(Duration changed) {
        return new Lifetimes(changed, accessToken, grant, testing, unused);
    }

    public Lifetimes withAccessToken(Duration changed) {
        return new Lifetimes(code, changed, grant, testing, unused);
    }

    public Lifetimes withGrant(@Nullable Duration changed) {
        return new Lifetimes(code, accessToken, changed, testing, unused);
    }

    public Lifetimes withTesting(@Nullable Duration changed) {
        return new Lifetimes(code, accessToken, grant, changed, unused);
    }

    public Lifetimes withUnused(@Nullable Duration changed) {
        return new Lifetimes(code, accessToken, grant, testing, changed);
    }
}
