package dev.homelab.bench;

import dev.homelab.local.demo.Console;
import dev.homelab.local.demo.DemoProblem;
import java.nio.file.Path;
import java.time.Duration;

/** {@code main} of {@code scripts/bench}. */
final class Bench {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(9);

    private Bench() {}

    static void main(String[] words) {
        Console console = new Console();
        try {
            BenchOptions options = BenchOptions.parse(words);
            endAfter(LONGEST_RUN, console);
            Path root = Path.of(System.getProperty("homelab.root", "")).toAbsolutePath();
            console.say(run(options, root, console));
            System.exit(0);
        } catch (DemoProblem | IllegalStateException problem) {
            console.say(String.valueOf(problem.getMessage()));
            System.exit(1);
        }
    }

    private static String run(BenchOptions options, Path root, Console console) {
        return switch (options.benchmark()) {
            case TICKET_BURST -> new TicketBurst(new Stages(root, console), console).run(options.quick() ? 100 : 900);
            case TICKET_CROWD -> new TicketCrowd(new Stages(root, console), console).run(options.quick());
            case LINK_FLOW -> new LinkFlow(new StreamStages(root, console), console).run(options.quick());
            case REFRESH_STORM -> new RefreshStorm(new StreamStages(root, console), console).run(options.quick());
            case THOUSAND_CHECKS -> new ThousandChecks(root, console).run(options.quick());
        };
    }

    /** Load never outlives its run: what has started is stopped on the way out. */
    private static void endAfter(Duration longest, Console console) {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(longest);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            console.say("Stopped after " + longest.toMinutes() + " minutes, which no run should take.");
            System.exit(1);
        });
    }
}
