package dev.homelab.bench;

import dev.homelab.local.discord.rest.Limits;
import java.time.Duration;

/** The shortest time in which Discord's limits let so many tickets be opened. */
final class Bound {

    private static final int CALLS = 2;
    private static final int TYPES = 4;

    private Bound() {}

    /** Two calls for each ticket, and one new thread in one of four channels. */
    static Duration of(int tickets, Limits limits) {
        Duration calls = Duration.ofMillis(1000L * CALLS * tickets / limits.perSecond());
        if (limits.threadStarts() == 0) {
            return calls;
        }
        int windows = Math.ceilDiv(Math.ceilDiv(tickets, TYPES), limits.threadStarts());
        Duration starts = limits.threadWindow().multipliedBy(windows - 1L);
        return starts.compareTo(calls) > 0 ? starts : calls;
    }
}
