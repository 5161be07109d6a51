package dev.homelab.discordbot.discord.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.util.function.Consumer;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Schedules a task once, and notes in its row what is wanted while it runs, since it may have read the old state. */
@Component
class Wishes {

    private final Scheduler scheduler;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Wishes(@Lazy Scheduler scheduler, JdbcClient database, TransactionTemplate transaction) {
        this.scheduler = scheduler;
        this.database = database;
        this.transaction = transaction;
    }

    /** The note waits for a task that is just ending, and then finds its row gone. */
    void add(SchedulableInstance<?> wanted) {
        boolean added = false;
        while (!added) {
            added = scheduler.scheduleIfNotExists(wanted) || note(wanted);
        }
    }

    /** What was wanted until now is done by the run that begins. */
    void begin(TaskInstanceId task) {
        database.sql("UPDATE scheduled_tasks SET again = false WHERE task_name = ? AND task_instance = ? AND again")
                .params(task.getTaskName(), task.getId())
                .update();
    }

    /** Ends a run; {@code end} hears whether it is wanted again, and nobody can want it between that and the end. */
    void end(TaskInstanceId task, Consumer<Boolean> end) {
        transaction.executeWithoutResult(status -> {
            boolean again = isWanted(task);
            end.accept(again);
            if (again) {
                lookAfterCommit();
            }
        });
    }

    /** The scheduler's own immediate look comes before the commit, and finds nothing. */
    void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    private boolean note(TaskInstanceId task) {
        return database.sql("UPDATE scheduled_tasks SET again = true WHERE task_name = ? AND task_instance = ?")
                        .params(task.getTaskName(), task.getId())
                        .update()
                > 0;
    }

    private boolean isWanted(TaskInstanceId task) {
        return database.sql("SELECT again FROM scheduled_tasks WHERE task_name = ? AND task_instance = ? FOR UPDATE")
                .params(task.getTaskName(), task.getId())
                .query(Boolean.class)
                .single();
    }
}
