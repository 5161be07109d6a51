package dev.homelab.streambot.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes work inside a transaction, and has it done soon after its commit, once over all instances. */
@Component
public class Outbox {

    private final Scheduler scheduler;
    private final Clock clock;

    /** The scheduler is made of the tasks, and these of what wants to leave work here. */
    Outbox(@Lazy Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** As soon as the transaction has committed; one of that id that waits already is enough. */
    public <T> void soon(TaskDescriptor<T> task, String id, T data) {
        scheduler.scheduleIfNotExists(task.instance(id).data(data).scheduledTo(clock.instant()));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new LookAfterCommit());
        }
    }

    /** The scheduler's own immediate look comes before the commit, and finds nothing. */
    private final class LookAfterCommit implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
