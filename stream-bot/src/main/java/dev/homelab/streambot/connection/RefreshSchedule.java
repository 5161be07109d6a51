package dev.homelab.streambot.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** When a token is renewed, and when a failed attempt is repeated. */
final class RefreshSchedule {

    private static final double EARLIEST = 0.75;
    private static final double LATEST = 0.85;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);
    private static final double JITTER = 0.25;

    private RefreshSchedule() {}

    /** Of a new grant; without a refresh token there is nothing to do before its end. */
    static Instant first(Tokens tokens) {
        return tokens.refreshToken() == null ? tokens.expiresAt() : due(tokens);
    }

    /** After four fifths of its life, spread, so that links that were made together are not renewed together. */
    static Instant due(Tokens tokens) {
        long life = Duration.between(tokens.issuedAt(), tokens.expiresAt()).toMillis();
        return tokens.issuedAt()
                .plusMillis((long) (life * ThreadLocalRandom.current().nextDouble(EARLIEST, LATEST)));
    }

    /** Doubling from 30 s to an hour, a quarter more or less, so that a platform's return is no stampede. */
    static Instant retry(Instant now, int failures) {
        long doubled = FIRST_RETRY.toMillis() << Math.min(failures, 16);
        long wait = Math.min(doubled, LONGEST_RETRY.toMillis());
        double spread = 1 - JITTER + ThreadLocalRandom.current().nextDouble(2 * JITTER);
        return now.plusMillis((long) (wait * spread));
    }
}
