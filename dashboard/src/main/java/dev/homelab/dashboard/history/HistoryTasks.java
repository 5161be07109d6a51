package dev.homelab.dashboard.history;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryTasks {

    private static final int SECONDS = 20;

    @Bean
    Task<Void> historyRollUp(RollUp rollUp) {
        return Tasks.recurring("history-roll-up", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> rollUp.run());
    }
}
