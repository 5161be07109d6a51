package dev.homelab.bench;

import dev.homelab.local.demo.Console;
import dev.homelab.local.discord.rest.Limits;
import java.time.Duration;
import java.util.Map;

/** Many members open a ticket at once in one server, over the four types that every server starts with. */
final class TicketBurst {

    private static final Limits PER_SECOND = Limits.DISCORD.withThreadStarts(0, Duration.ZERO);
    /** Discord publishes no figure; the simulator's usual window of five minutes would take a burst twenty. */
    private static final Duration SHARED_WINDOW = Duration.ofSeconds(15);

    private final Stages stages;
    private final Console console;

    TicketBurst(Stages stages, Console console) {
        this.stages = stages;
        this.console = console;
    }

    /** Returns the last line. */
    String run(int members) {
        BurstFigures alone = play(members, PER_SECOND);
        console.say("50 calls/s: " + alone);
        int starts = Math.ceilDiv(members, 4 * 4);
        BurstFigures shared = play(members, PER_SECOND.withThreadStarts(starts, SHARED_WINDOW));
        console.say("and " + starts + " new threads in a channel every " + SHARED_WINDOW.toSeconds() + " s: " + shared);
        return "ticket-burst " + alone + " shared_over_bound=" + shared.overBound() + " shared_lost=" + shared.lost()
                + " shared_doubled=" + shared.doubled();
    }

    private BurstFigures play(int members, Limits limits) {
        try (Stage stage = stages.start(limits, Map.of())) {
            stage.liftLimits();
            return new Burst(stage, members, Bound.of(members, limits)).play();
        }
    }
}
