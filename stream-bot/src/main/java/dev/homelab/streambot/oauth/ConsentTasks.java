package dev.homelab.streambot.oauth;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.homelab.streambot.audit.AuditLog;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentTasks {

    @Bean
    Task<Void> forgetOldConsents(
            StoredAuthorizationRequests requests, AuditLog audit, ConsentSettings settings, Clock clock) {
        return Tasks.recurring("old-consents", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    requests.forgetOld();
                    audit.forget(clock.instant().minus(settings.kept()));
                });
    }
}
