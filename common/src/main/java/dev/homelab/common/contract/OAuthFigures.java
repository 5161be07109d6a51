package dev.homelab.common.contract;

import java.time.Instant;
import java.util.List;

/**
 * What became of consents.
 *
 * @param since the beginning of the time that is counted
 * @param started by a click here
 * @param consumed by a callback, whatever came of it then
 * @param expired without a callback
 * @param open which a callback may still use
 * @param refused callbacks that came to nothing, by outcome, the most frequent first
 */
public record OAuthFigures(Instant since, long started, long consumed, long expired, long open, List<Refused> refused) {

    public OAuthFigures {
        refused = List.copyOf(refused);
    }

    /**
     * Callbacks with the same outcome.
     *
     * @param outcome such as denied, replayed, expired, wrong-browser or platform
     */
    public record Refused(String outcome, long count) {}
}
