package dev.homelab.discordbot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class DiscordBotApplication {

    static void main(String[] args) {
        SpringApplication.run(DiscordBotApplication.class, args);
    }
}
