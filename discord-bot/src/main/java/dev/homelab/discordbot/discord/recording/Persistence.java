package dev.homelab.discordbot.discord.recording;

import java.time.Duration;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tries a recording again while the database is away; an event waits for it on a virtual thread of its own. */
final class Persistence {

    private static final Logger log = LoggerFactory.getLogger(Persistence.class);
    private static final int TRIES = 12;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private Persistence() {}

    /** Gives up after some minutes, and says so, in the log and to {@code givenUp}. */
    static void record(ThreadChannel thread, Runnable recording, Runnable givenUp) {
        Duration wait = Duration.ofSeconds(1);
        for (int tried = 1; !succeeds(thread, recording, tried); tried++) {
            if (tried == TRIES || !waits(wait)) {
                givenUp.run();
                return;
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    private static boolean succeeds(ThreadChannel thread, Runnable recording, int tried) {
        try {
            recording.run();
            return true;
        } catch (RuntimeException e) {
            log.atLevel(tried == TRIES ? Level.ERROR : Level.WARN)
                    .addKeyValue("thread", thread.getId())
                    .addKeyValue("tried", tried)
                    .log("A message could not be recorded: {}", e.getMessage());
            return false;
        }
    }

    private static boolean waits(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
