package dev.homelab.streambot.connection;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RevocationTasks {

    private static final Logger log = LoggerFactory.getLogger(RevocationTasks.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** Ten doublings and then 28 waits of six hours: a week. */
    private static final int TRIES = 38;

    @Bean
    Task<Revocation> revokeGrants(Revocations revocations) {
        return Tasks.oneTime(Revocations.TASK)
                .onFailure(forAWeek(revocations))
                .execute((instance, context) -> revocations.run(instance.getData()));
    }

    private static FailureHandler<Revocation> forAWeek(Revocations revocations) {
        return (complete, operations) -> {
            Revocation revocation =
                    (Revocation) complete.getExecution().taskInstance.getData();
            int failures = complete.getExecution().consecutiveFailures;
            log.atWarn()
                    .addKeyValue("platform", revocation.platform())
                    .addKeyValue("connection", revocation.connection())
                    .addKeyValue("attempt", failures + 1)
                    .log("The platform could not be told that a link has ended: {}", kind(complete));
            if (failures >= TRIES) {
                revocations.givenUp(revocation);
                operations.remove();
            } else {
                operations.reschedule(complete, complete.getTimeDone().plus(wait(failures)));
            }
        };
    }

    /** A message could hold an address, and Kick's holds the token. */
    private static String kind(ExecutionComplete complete) {
        return complete.getCause()
                .map(cause -> cause.getClass().getSimpleName())
                .orElse("the process died");
    }

    private static Duration wait(int failures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 12));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** The scheduler goes by the same clock as everything else. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }
}
