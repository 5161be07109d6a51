package dev.homelab.discordbot.transcript;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TranscriptTasks {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    @Bean
    Task<Void> keepFiles(FileKeeper keeper) {
        return Tasks.oneTime(FileKeeper.KEEP)
                .onFailure(patiently())
                .execute((instance, context) -> keeper.runKeep(Long.parseLong(instance.getId())));
    }

    @Bean
    Task<Void> dropFiles(FileKeeper keeper) {
        return Tasks.oneTime(FileKeeper.DROP)
                .onFailure(patiently())
                .execute((instance, context) -> keeper.runDrop(Long.parseLong(instance.getId())));
    }

    @Bean
    Task<Void> removeOldTranscripts(TranscriptCleanUp cleanUp) {
        return Tasks.recurring("old-transcripts", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 30)))
                .execute((instance, context) -> cleanUp.run());
    }

    /** Doubles from failure to failure, up to ten minutes, for as long as it takes. */
    private static FailureHandler<Void> patiently() {
        return (complete, operations) -> {
            int failures = Math.min(complete.getExecution().consecutiveFailures, 10);
            Duration wait = FIRST_RETRY.multipliedBy(1L << failures);
            operations.reschedule(
                    complete, complete.getTimeDone().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
        };
    }
}
