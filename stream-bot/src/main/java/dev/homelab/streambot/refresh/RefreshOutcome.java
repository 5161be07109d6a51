package dev.homelab.streambot.refresh;

import dev.homelab.streambot.connection.Death;
import dev.homelab.streambot.connection.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What came of an attempt to renew a token. */
sealed interface RefreshOutcome {

    /** The platform gave new tokens. */
    record Refreshed(Tokens tokens) implements RefreshOutcome {}

    /** Somebody else has changed the link meanwhile; whatever they wrote stays. */
    record LostRace() implements RefreshOutcome {}

    /** Only the streamer can bring the link back. */
    record Dead(Death reason, Failure failure) implements RefreshOutcome {}

    /** The platform wants everybody to wait. */
    record Throttled(Duration pause, Failure failure) implements RefreshOutcome {}

    /** Our client id or secret is wrong: no link is to blame, and asking on would be of no use. */
    record OurFault(Failure failure) implements RefreshOutcome {}

    /** The platform could not be asked or answered nonsense; the old tokens stay. */
    record TryAgain(Failure failure) implements RefreshOutcome {}

    /** This link cannot be renewed for now, which says nothing about its platform; the old tokens stay. */
    record Stuck(Failure failure) implements RefreshOutcome {}

    /** There is nothing to renew it with, and no harm in that before then. */
    record Unrenewable(Instant until) implements RefreshOutcome {}

    /**
     * What went wrong.
     *
     * @param status of the answer; 0 when there was none
     * @param code the platform's own, at most 60 of a-z, 0-9, space, - and _; empty when it gave none
     */
    record Failure(int status, String code) {

        public Failure {
            code = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "");
            code = code.substring(0, Math.min(code.length(), 60));
        }
    }

    /** The class of the outcome in logs and metrics. */
    default String name() {
        return switch (this) {
            case Refreshed fresh -> "refreshed";
            case LostRace lost -> "lost-race";
            case Dead dead -> "dead";
            case Throttled throttled -> "throttled";
            case OurFault ours -> "our-fault";
            case TryAgain again -> "try-again";
            case Stuck stuck -> "stuck";
            case Unrenewable without -> "unrenewable";
        };
    }
}
