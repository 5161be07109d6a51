package dev.homelab.streambot.refresh;

import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.ConnectionState;
import dev.homelab.streambot.connection.Death;
import dev.homelab.streambot.encryption.Undecipherable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Hands out a token that works for a while yet, renewing it first where it does not; once, however many ask. */
@Component
public class FreshTokens {

    private static final Duration WORKS_FOR = Duration.ofMinutes(2);
    private static final Duration UNTIL_A_KEY_COMES = Duration.ofMinutes(1);
    private static final long PATIENCE_MILLIS = 15_000;
    private static final long LOOK_MILLIS = 50;

    private final Claims claims;
    private final RefreshRun run;
    private final Clock clock;

    FreshTokens(Claims claims, RefreshRun run, Clock clock) {
        this.claims = claims;
        this.run = run;
        this.clock = clock;
    }

    /** What somebody who asks for a token gets. */
    public sealed interface Handed {

        /** A token that works for two minutes at least. */
        record Token(Connection of, String value, Instant expiresAt, Set<String> scopes) implements Handed {

            @Override
            public String toString() {
                return "Token[expiresAt=" + expiresAt + "]";
            }
        }

        /** Its streamer must link again. */
        record Dead(Death reason) implements Handed {}

        /** The platform cannot be asked at the moment. */
        record NotNow(Instant again) implements Handed {}

        /** There is no such link. */
        record Unknown() implements Handed {}
    }

    public Handed of(UUID id) {
        return get(
                id, connection -> connection.expiresAt().isAfter(clock.instant().plus(WORKS_FOR)));
    }

    /** Renews a token now, however long it would work yet. */
    public Handed renewed(UUID id) {
        Optional<Connection> before = claims.find(id);
        if (before.isEmpty()) {
            return new Handed.Unknown();
        }
        Instant last = before.get().refreshedAt();
        return get(
                id,
                connection -> connection.refreshedAt() != null
                        && !connection.refreshedAt().equals(last));
    }

    private Handed get(UUID id, Predicate<Connection> good) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        Optional<Connection> found = claims.find(id);
        boolean hurried = false;
        while (found.isPresent() && isWaiting(found.get(), good, hurried) && System.nanoTime() < end) {
            hurried = hurried || claims.hurry(found.get());
            run.look(found.get().platform());
            pause();
            found = claims.find(id);
        }
        return found.map(connection -> handed(connection, good)).orElseGet(Handed.Unknown::new);
    }

    /** A renewal that failed for now has moved its due time on. */
    private boolean isWaiting(Connection connection, Predicate<Connection> good, boolean hurried) {
        boolean failed = hurried && connection.refreshDue().isAfter(clock.instant());
        return connection.state() != ConnectionState.BROKEN && !good.test(connection) && !failed;
    }

    private Handed handed(Connection connection, Predicate<Connection> good) {
        Death death = connection.death();
        if (death != null) {
            return new Handed.Dead(death);
        }
        if (!good.test(connection)) {
            return new Handed.NotNow(connection.refreshDue());
        }
        try {
            return new Handed.Token(
                    connection,
                    claims.accessToken(connection),
                    connection.expiresAt(),
                    Set.of(connection.scopes().split(" ", -1)));
        } catch (Undecipherable unreadable) {
            return unreadable.isKeyMissing()
                    ? new Handed.NotNow(clock.instant().plus(UNTIL_A_KEY_COMES))
                    : new Handed.Dead(Death.UNREADABLE);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
