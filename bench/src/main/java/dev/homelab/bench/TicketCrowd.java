package dev.homelab.bench;

import dev.homelab.local.demo.Console;
import dev.homelab.local.discord.DiscordSettings;
import dev.homelab.local.discord.rest.Limits;
import dev.homelab.local.time.SettableClock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What acts cost in a server with very many tickets, over what they cost in one with a hundred, in turns. */
final class TicketCrowd {

    private static final int FEW_CLOSED = 91;
    private static final int FEW_OPEN = 9;
    private static final int MANY_OPEN = 900;

    private static final Map<String, String> QUICKLY =
            Map.of("DB_SCHEDULER_POLLING_INTERVAL", "200ms", "DISCORD_CALLS_PER_SECOND", "50");

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
            CrowdedServer few = gather(small, FEW_CLOSED, FEW_OPEN, warm + rounds, smallTime);
            CrowdedServer many = gather(large, manyClosed, MANY_OPEN, warm + rounds, largeTime);
            for (int i = 0; i < warm + rounds; i++) {
                round(List.of(few, many), i >= warm);
            }
            return Arrays.stream(Act.values())
                    .map(act -> compared(act, few.costs().of(act), many.costs().of(act)))
                    .collect(Collectors.joining(" ", "ticket-crowd ", ""));
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

    private CrowdedServer gather(Stage stage, int closed, int open, int rounds, SettableClock clock) {
        Crowd crowd = new Crowd(stage);
        crowd.gather(closed, open, rounds, clock);
        console.say("Gathered " + closed + " closed and " + open + " open tickets.");
        return new CrowdedServer(stage, crowd);
    }

    private static void round(List<CrowdedServer> servers, boolean measured) {
        servers.forEach(CrowdedServer::nextTurn);
        for (Act act : Act.values()) {
            for (CrowdedServer server : servers) {
                Cost cost = server.play(act);
                if (measured) {
                    server.costs().add(act, cost);
                }
            }
        }
    }

    private String compared(Act act, Cost few, Cost many) {
        Cost ratios = many.over(few);
        console.say(act.word() + ": few " + few + "; many " + many + "; ratios: " + ratios.asRatios());
        return String.format(Locale.ROOT, "%s_ratio=%.2f", act.word(), ratios.millis());
    }
}
