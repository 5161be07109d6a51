package dev.homelab.streambot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class StreamBotApplication {

    static void main(String[] args) {
        SpringApplication.run(StreamBotApplication.class, args);
    }
}
