package dev.homelab.discordbot.discord.outbox;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OutboxConfiguration {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    @Bean
    Task<Void> runErrands(Outbox outbox) {
        return Tasks.oneTime(Outbox.TASK)
                .onFailure((complete, operations) -> operations.reschedule(
                        complete, complete.getTimeDone().plus(wait(complete.getExecution().consecutiveFailures))))
                .execute((instance, context) -> outbox.run(instance.getId()));
    }

    /** The scheduler goes by the same clock as everything else. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    /** Doubles from failure to failure, up to ten minutes, for as long as it takes. */
    private static Duration wait(int failures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
