package dev.homelab.streambot.refresh;

import dev.homelab.streambot.connection.Tokens;
import java.time.Duration;

/** What came of an attempt to renew a token. */
sealed interface RefreshOutcome {

    /** The platform gave new tokens. */
    record Refreshed(Tokens tokens) implements RefreshOutcome {}

    /** The platform says that the grant is dead, or there is nothing to renew it with: the streamer must link again. */
    record Revoked(String reason) implements RefreshOutcome {}

    /** The platform could not be asked or answered nonsense; the old tokens stay. */
    record RetryLater(String reason) implements RefreshOutcome {}

    /** The platform wants everybody to wait. */
    record Throttled(Duration pause) implements RefreshOutcome {}

    /** Our client id or secret is wrong: no link is to blame, and asking on would be of no use. */
    record Misconfigured(int status) implements RefreshOutcome {}
}
