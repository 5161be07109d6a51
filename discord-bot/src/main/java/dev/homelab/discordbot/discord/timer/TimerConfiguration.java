package dev.homelab.discordbot.discord.timer;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each runs once over all instances, and goes on after a restart. */
@Configuration
class TimerConfiguration {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofSeconds(10);

    @Bean
    Task<Void> sweepStaleTickets(StaleTickets stale) {
        return Tasks.recurring("stale-tickets", FixedDelay.of(MINUTE)).execute((instance, context) -> stale.sweep());
    }

    @Bean
    Task<Void> postToLogChannels(LogChannel channel) {
        return Tasks.recurring("log-channel", FixedDelay.of(MOMENT)).execute((instance, context) -> channel.post());
    }
}
