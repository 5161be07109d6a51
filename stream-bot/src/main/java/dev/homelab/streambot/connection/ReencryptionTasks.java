package dev.homelab.streambot.connection;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReencryptionTasks {

    @Bean
    Task<Void> bringTokensToTheNewestKey(Reencryption reencryption) {
        return Tasks.recurring("re-encrypt", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> reencryption.run());
    }
}
