package dev.homelab.discordbot.discord.outbox;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OutboxConfiguration {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    /** Another instance is connected to the server, or none is yet. */
    static final Duration PUT_BACK = Duration.ofSeconds(5);

    private static final int MOST_PUT_BACK = 60;

    @Bean
    Task<Void> runErrands(Outbox outbox, Wishes wishes) {
        return Tasks.custom(Outbox.TASK)
                .onFailure((complete, operations) -> operations.reschedule(
                        complete, complete.getTimeDone().plus(wait(complete.getExecution().consecutiveFailures))))
                .execute((instance, context) -> {
                    wishes.begin(instance);
                    boolean again = context.getExecution().consecutiveFailures > 0;
                    return outbox.run(instance.getId(), again)
                            .<CompletionHandler<Void>>map(OutboxConfiguration::putBack)
                            .orElseGet(() -> done(wishes, Duration.ZERO));
                });
    }

    /** A server that no instance is connected to for minutes has its turn again at the next round. */
    @Bean
    Task<Integer> doChores(Chores chores, Wishes wishes) {
        return Tasks.custom(Chores.TASK)
                .onFailure((complete, operations) -> operations.remove())
                .execute((instance, context) -> {
                    wishes.begin(instance);
                    return chores.run(
                                    instance.getId(),
                                    Optional.of(PUT_BACK).filter(pause -> instance.getData() < MOST_PUT_BACK))
                            .<CompletionHandler<Integer>>map(pause -> (complete, operations) -> operations.reschedule(
                                    complete, complete.getTimeDone().plus(pause), instance.getData() + 1))
                            .orElseGet(() -> done(wishes, PUT_BACK));
                });
    }

    @Bean
    Task<Void> repairEverywhere(Chores chores) {
        return everywhere("repair", Duration.ofMinutes(15), chores);
    }

    @Bean
    Task<Void> readBackEverywhere(Chores chores) {
        return everywhere("read-back", Duration.ofMinutes(15), chores);
    }

    @Bean
    Task<Void> cleanUpEverywhere(Chores chores) {
        return everywhere("clean-up", Duration.ofDays(1), chores);
    }

    /** A start is no reason to do it: the first time is one pause after the first start of all. */
    private static Task<Void> everywhere(String chore, Duration pause, Chores chores) {
        return Tasks.custom(chore + "-everywhere", Void.class)
                .scheduleOnStartup("all", null, (Instant now) -> now.plus(pause))
                .onFailureReschedule(FixedDelay.of(pause))
                .execute((instance, context) -> {
                    chores.everywhere(chore);
                    return (complete, operations) -> operations.reschedule(
                            complete, complete.getTimeDone().plus(pause));
                });
    }

    /** The scheduler goes by the same clock as everything else. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    /** @param pause before it is done again for somebody who wanted it while it ran */
    private static <T> CompletionHandler<T> done(Wishes wishes, Duration pause) {
        return (complete, operations) -> wishes.end(complete.getExecution().taskInstance, again -> {
            if (again) {
                operations.reschedule(complete, complete.getTimeDone().plus(pause));
            } else {
                operations.remove();
            }
        });
    }

    private static <T> CompletionHandler<T> putBack(Duration pause) {
        return (complete, operations) -> operations.reschedule(
                stillFailed(complete), complete.getTimeDone().plus(pause));
    }

    /** Being put back must not make it forget that an earlier try failed. */
    private static ExecutionComplete stillFailed(ExecutionComplete complete) {
        Execution execution = complete.getExecution();
        return execution.consecutiveFailures == 0
                ? complete
                : ExecutionComplete.failure(execution, complete.getTimeDone(), complete.getTimeDone(), null);
    }

    /** Doubles from failure to failure, up to ten minutes, for as long as it takes. */
    private static Duration wait(int failures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
