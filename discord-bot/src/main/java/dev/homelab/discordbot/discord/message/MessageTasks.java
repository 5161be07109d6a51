package dev.homelab.discordbot.discord.message;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MessageTasks {

    @Bean
    Task<Void> forgetOldMessages(MessageIntents intents) {
        return Tasks.recurring("old-direct-messages", Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 45)))
                .execute((instance, context) -> intents.forgetOld());
    }
}
