package dev.homelab.local.demo;

import com.microsoft.playwright.PlaywrightException;
import dev.homelab.local.discord.world.DiscordException;
import java.time.Duration;

/** One journey through everything, from outside, as its people would make it. */
record Journey(DemoSystem system, Console console) {

    /** Returns the exit code. */
    int play() {
        Steps steps = new Steps(console);
        try (BrowserWindow browser = BrowserWindow.open()) {
            Duration took = system.startedWithin();
            steps.done("everything is ready after " + took.toSeconds() + " s");
            new DiscordJourney(system, steps).play();
            new TranscriptJourney(system, steps, browser).play();
            new StreamerJourney(system, steps, browser).play();
            new AdminJourney(system, steps, browser).play();
            steps.summary(0);
            return 0;
        } catch (JourneyFailed | PlaywrightException | DiscordException failed) {
            steps.failed(String.valueOf(failed.getMessage()));
            steps.summary(1);
            return 1;
        }
    }
}
