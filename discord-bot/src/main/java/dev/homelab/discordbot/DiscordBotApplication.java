package dev.homelab.discordbot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class DiscordBotApplication {

    static void main(String[] args) {
        SpringApplication.run(DiscordBotApplication.class, args);
    }
}
