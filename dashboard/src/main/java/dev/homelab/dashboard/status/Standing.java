package dev.homelab.dashboard.status;

import dev.homelab.dashboard.check.Definition;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Health;
import dev.homelab.dashboard.check.Look;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of one check. A look that differs makes doubt; only so many in a row as its pace asks for change what is
 * believed, so that one lost packet wakes nobody, be it the first of all; that all is well is believed at once.
 *
 * @param health what is believed
 * @param since when
 * @param finding the latest that agrees with what is believed
 * @param looked when the last look began; null while nobody has looked
 * @param took how long it took
 * @param doubts how many looks in a row were worse than what is believed; below 0 for so many that were better
 * @param doubtedSince when the first of these began; null without doubt
 */
record Standing(
        Definition definition,
        Health health,
        Instant since,
        Finding finding,
        @Nullable Instant looked,
        Duration took,
        int doubts,
        @Nullable Instant doubtedSince) {

    private static final Finding NOBODY_LOOKED = Finding.unknown("look.none");

    static Standing unseen(Definition definition, Instant now) {
        return new Standing(definition, Health.UNKNOWN, now, NOBODY_LOOKED, null, Duration.ZERO, 0, null);
    }

    /** The same check, written otherwise. */
    Standing of(Definition changed) {
        return new Standing(changed, health, since, finding, looked, took, doubts, doubtedSince);
    }

    Standing after(Look look) {
        Health seen = look.finding().health();
        if (seen == health) {
            return new Standing(definition, health, since, look.finding(), look.at(), look.took(), 0, null);
        }
        boolean sameDirection = doubtedSince != null && seen.isWorseThan(health) == isDoubtedForWorse();
        int inARow = sameDirection ? Math.abs(doubts) + 1 : 1;
        Instant first = sameDirection && doubtedSince != null ? doubtedSince : look.at();
        boolean isFirstBelief = finding.equals(NOBODY_LOOKED) && seen == Health.UP;
        return isFirstBelief || inARow >= needed(seen)
                ? new Standing(definition, seen, first, look.finding(), look.at(), look.took(), 0, null)
                : new Standing(
                        definition,
                        health,
                        since,
                        finding,
                        look.at(),
                        look.took(),
                        seen.isWorseThan(health) ? inARow : -inARow,
                        first);
    }

    private int needed(Health seen) {
        return seen.isWorseThan(health)
                ? definition.pace().failures()
                : definition.pace().successes();
    }

    boolean isDoubtedForWorse() {
        return doubts > 0;
    }

    boolean isFailing() {
        return health == Health.DOWN || health == Health.DEGRADED;
    }

    /** Whether the same is believed and doubted as before. */
    boolean agreesWith(Standing before) {
        return health == before.health && isDoubtedForWorse() == before.isDoubtedForWorse();
    }
}
