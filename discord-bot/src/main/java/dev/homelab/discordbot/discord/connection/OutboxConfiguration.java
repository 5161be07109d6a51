package dev.homelab.discordbot.discord.connection;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class OutboxConfiguration {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);

    @Bean
    Task<Void> postArchiveCard(ArchiveCards cards) {
        return Tasks.oneTime(ArchiveCards.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((instance, context) -> cards.post(UUID.fromString(instance.getId())));
    }
}
