package dev.homelab.streambot.connection;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StrayTasks {

    private static final Duration AGE = Duration.ofHours(1);

    @Bean
    Task<Void> forgetStrays(Connections connections, Clock clock) {
        return Tasks.recurring("stray-streamers", FixedDelay.of(Duration.ofDays(1)))
                .execute((instance, context) ->
                        connections.forgetStrays(clock.instant().minus(AGE)));
    }
}
