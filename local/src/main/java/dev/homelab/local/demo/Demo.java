package dev.homelab.local.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code main} of {@code scripts/demo}. */
final class Demo {

    private Demo() {}

    static void main(String[] words) {
        Console console = new Console();
        System.exit(run(console, words));
    }

    private static int run(Console console, String... words) {
        try (Shutdown shutdown = Shutdown.atExit(console)) {
            DemoOptions options = DemoOptions.parse(words);
            Path root = Path.of(System.getProperty("homelab.root", "")).toAbsolutePath();
            Path folder = root.resolve(options.check() ? ".local/check" : ".local");
            DemoSystem system = new DemoStart(root, Map.copyOf(System.getenv()), console, shutdown)
                    .start(folder, options.fresh() || options.check());
            return options.check() ? new Journey(system, console).play() : showUntilStopped(system, console);
        } catch (DemoProblem problem) {
            console.say(String.valueOf(problem.getMessage()));
            return 1;
        }
    }

    private static int showUntilStopped(DemoSystem system, Console console) {
        console.say(system.addresses());
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
