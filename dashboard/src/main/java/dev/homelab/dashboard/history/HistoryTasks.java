package dev.homelab.dashboard.history;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.homelab.dashboard.ledger.DatabaseArrived;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The durable jobs, which begin when their tables are there. */
@Configuration(proxyBeanMethods = false)
class HistoryTasks {

    private static final int SECONDS = 20;

    @Bean
    Task<Void> historyRollUp(RollUp rollUp) {
        return Tasks.recurring("history-roll-up", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> rollUp.run());
    }

    /** It would ask PostgreSQL what it is while the dashboard starts. */
    @Bean
    DbSchedulerCustomizer onPostgresql() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<JdbcCustomization> jdbcCustomization() {
                return Optional.of(new PostgreSqlJdbcCustomization(false, false));
            }
        };
    }

    @Bean
    Starter jobStarter(Scheduler scheduler) {
        return new Starter(scheduler);
    }

    /** In place of the starter that starts with everything else. */
    record Starter(Scheduler scheduler) implements DbSchedulerStarter {

        @Override
        @EventListener(DatabaseArrived.class)
        public void doStart() {
            if (!scheduler.getSchedulerState().isStarted()) {
                scheduler.start();
            }
        }
    }
}
