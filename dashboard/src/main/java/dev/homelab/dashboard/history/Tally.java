package dev.homelab.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What a piece of time was like, in milliseconds of it; what is missing to the whole nobody has looked at.
 *
 * @param looks that found out how it was
 * @param tookMillis of all its looks together
 * @param tookMost of the slowest
 */
public record Tally(
        Instant at,
        long up,
        long degraded,
        long down,
        long unknown,
        long paused,
        long looks,
        long tookMillis,
        long tookMost) {

    static final Tally NOTHING = new Tally(Instant.EPOCH, 0, 0, 0, 0, 0, 0, 0, 0);

    /** The same, as part of a larger piece that starts then. */
    public Tally startingAt(Instant start) {
        return new Tally(start, up, degraded, down, unknown, paused, looks, tookMillis, tookMost);
    }

    /** Both together, from this one's start on. */
    public Tally plus(Tally other) {
        return new Tally(
                at,
                up + other.up,
                degraded + other.degraded,
                down + other.down,
                unknown + other.unknown,
                paused + other.paused,
                looks + other.looks,
                tookMillis + other.tookMillis,
                Math.max(tookMost, other.tookMost));
    }

    /** Whether anything of it is known. */
    public boolean isKnown() {
        return up + degraded + down > 0;
    }

    /** Of the time in which it was known: 0 to 1, degraded counting as up; empty when nothing is known. */
    public OptionalDouble uptime() {
        long known = up + degraded + down;
        return known == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (up + degraded) / known);
    }

    /** How much of so much time is known, paused time included: 0 to 1. */
    public double known(Duration whole) {
        return Math.min(1, (double) (up + degraded + down + paused) / Math.max(1, whole.toMillis()));
    }

    /** Mean time of an answer, in milliseconds. */
    public OptionalDouble took() {
        return looks == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) tookMillis / looks);
    }
}
