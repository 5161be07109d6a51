package dev.homelab.discordbot;

import dev.homelab.common.objects.ObjectServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableConfigurationProperties(ObjectServer.class)
class DiscordBotApplication {

    static void main(String[] args) {
        SpringApplication.run(DiscordBotApplication.class, args);
    }
}
