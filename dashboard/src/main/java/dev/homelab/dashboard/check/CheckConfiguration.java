package dev.homelab.dashboard.check;

import dev.homelab.dashboard.bots.BotProbe;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CheckConfiguration {

    @Bean
    Check discordBotCheck(BotProbe discordBot) {
        return new BotCheck(Part.DISCORD_BOT, discordBot);
    }

    @Bean
    Check streamBotCheck(BotProbe streamBot) {
        return new BotCheck(Part.STREAM_BOT, streamBot);
    }
}
