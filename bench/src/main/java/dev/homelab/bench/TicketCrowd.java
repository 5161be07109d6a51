package dev.homelab.bench;

import dev.homelab.local.demo.Console;
import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.rest.Limits;
import dev.homelab.local.time.SettableClock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What acts cost in a server with very many tickets, over what they cost in one with a hundred, in turns. */
final class TicketCrowd {

    private static final int FEW_CLOSED = 91;
    private static final int FEW_OPEN = 9;
    private static final int MANY_OPEN = 900;

    private static final Map<String, String> QUICKLY =
            Map.of("DB_SCHEDULER_POLLING_INTERVAL", "200ms", "DISCORD_BOT_CALLS_PER_SECOND", "50");

    private final Stages stages;
    private final Console console;

    TicketCrowd(Stages stages, Console console) {
        this.stages = stages;
        this.console = console;
    }

    /** Returns the last line. */
    String run(boolean quick) {
        return quick ? run(10_000, 1, 3) : run(100_000, 2, 9);
    }

    private String run(int manyClosed, int warm, int rounds) {
        SettableClock smallTime = longAgo();
        SettableClock largeTime = longAgo();
        try (Stage small = start("few", smallTime);
                Stage large = start("many", largeTime)) {
            Crowd hundred = gather(small, FEW_CLOSED, FEW_OPEN, warm + rounds, smallTime);
            Crowd thousands = gather(large, FEW_CLOSED, MANY_OPEN, warm + rounds, largeTime);
            Cost repair = repairs(new CrowdedServer(large, thousands), warm, rounds);
            thousands.grow(manyClosed - FEW_CLOSED);
            console.say("Gathered " + manyClosed + " closed and " + MANY_OPEN + " open tickets.");
            Costs few = new Costs();
            Costs many = new Costs();
            play(
                    Map.of(new CrowdedServer(small, hundred), few, new CrowdedServer(large, thousands), many),
                    warm,
                    rounds);
            console.say("Discord's list of active threads, which repair waits for: few %.1f ms, many %.1f ms"
                    .formatted(few.of(Act.LIST).millis(), many.of(Act.LIST).millis()));
            String line = Act.OF_THE_BOT.stream()
                    .map(act -> compared(act.word(), few.of(act), many.of(act)))
                    .collect(Collectors.joining(" ", "ticket-crowd ", " "));
            return line + compared("repair_as_many_open", repair, many.of(Act.REPAIR));
        }
    }

    /** With as many open tickets as later, and with few closed ones. */
    private static Cost repairs(CrowdedServer server, int warm, int rounds) {
        Costs costs = new Costs();
        for (int i = 0; i < 2 * warm + rounds; i++) {
            Cost cost = server.play(Act.REPAIR);
            if (i >= 2 * warm) {
                costs.add(Act.REPAIR, cost);
            }
        }
        return costs.of(Act.REPAIR);
    }

    private static void play(Map<CrowdedServer, Costs> servers, int warm, int rounds) {
        for (int i = 0; i < warm + rounds; i++) {
            boolean measured = i >= warm;
            servers.keySet().forEach(CrowdedServer::nextTurn);
            for (Act act : Act.values()) {
                servers.forEach((server, costs) -> {
                    Cost cost = server.play(act);
                    if (measured) {
                        costs.add(act, cost);
                    }
                });
            }
        }
    }

    private static SettableClock longAgo() {
        SettableClock clock = SettableClock.create();
        clock.advance(Crowd.LONG_AGO.negated());
        return clock;
    }

    private Stage start(String name, SettableClock clock) {
        Stage stage = stages.start(
                "crowd-" + name, DiscordSettings.local().withLimits(Limits.OFF).withClock(clock), QUICKLY);
        stage.raiseLimits();
        return stage;
    }

    private static Crowd gather(Stage stage, int closed, int open, int rounds, SettableClock clock) {
        Crowd crowd = new Crowd(stage);
        crowd.gather(closed, open, rounds, clock);
        return crowd;
    }

    private String compared(String what, Cost few, Cost many) {
        Cost ratios = many.over(few);
        console.say(what + ": few " + few + "; many " + many + "; ratios: " + ratios.asRatios());
        return String.format(Locale.ROOT, "%s_ratio=%.2f", what, ratios.millis());
    }
}
