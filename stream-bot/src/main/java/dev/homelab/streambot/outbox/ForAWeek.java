package dev.homelab.streambot.outbox;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** Tries again, with waits that double from ten seconds to six hours, for a week. */
public abstract class ForAWeek<T> implements FailureHandler<T> {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** Ten doublings and then 28 waits of six hours. */
    private static final int TRIES = 38;

    /**
     * A try has failed, and is repeated.
     *
     * @param cause the kind of failure alone: a message could hold an address, and Kick's holds the token
     */
    protected abstract void failed(T work, int attempt, String cause);

    /** The last try has failed too. */
    protected abstract void givenUp(T work);

    @Override
    @SuppressWarnings("unchecked")
    public final void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
        T work = (T) complete.getExecution().taskInstance.getData();
        int failures = complete.getExecution().consecutiveFailures;
        failed(work, failures + 1, kind(complete));
        if (failures >= TRIES) {
            givenUp(work);
            operations.remove();
        } else {
            operations.reschedule(complete, complete.getTimeDone().plus(wait(failures)));
        }
    }

    private static String kind(ExecutionComplete complete) {
        return complete.getCause()
                .map(cause -> cause.getClass().getSimpleName())
                .orElse("the process died");
    }

    private static Duration wait(int failures) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 12));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
