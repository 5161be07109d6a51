package dev.homelab.bench;

import dev.homelab.local.demo.Console;
import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.rest.Limits;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Many members open a ticket at once in one server, over the four types that every server starts with. */
final class TicketBurst {

    private static final Limits PER_SECOND = Limits.DISCORD.withThreadStarts(0, Duration.ZERO);

    /** The first calls of a service that has just started are slow, and are not what a burst meets. */
    private static final int WARM = 40;

    /** Discord publishes no figure; of the simulator's usual window, five minutes, a burst would take twenty. */
    private static final int SHARED_WINDOWS = 4;

    private static final int TYPES = 4;

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
        console.say(String.format(Locale.ROOT, "Statements for each ticket: %.1f.", alone.statements()));
        console.say("Until all had their form: " + alone.showing() + ".");
        console.say("Until all were answered: " + alone.answering() + ".");
        int starts = Math.ceilDiv(members, TYPES * SHARED_WINDOWS);
        Duration window = Duration.ofSeconds(Math.ceilDiv(members, 60));
        BurstFigures shared = play(members, PER_SECOND.withThreadStarts(starts, window));
        console.say("and " + starts + " new threads in a channel every " + window.toSeconds() + " s: " + shared);
        return "ticket-burst " + alone + " shared_over_bound=" + shared.overBound() + " shared_lost=" + shared.lost()
                + " shared_doubled=" + shared.doubled();
    }

    private BurstFigures play(int members, Limits limits) {
        try (Stage stage = stages.start("discord-bot", DiscordSettings.local().withLimits(limits), Map.of())) {
            stage.liftLimits();
            stage.discord().limits(PER_SECOND);
            new Burst(stage, WARM, "Warm").play(Bound.of(WARM, PER_SECOND));
            stage.discord().limits(limits);
            return new Burst(stage, members, "Burst").play(Bound.of(members, limits));
        }
    }
}
