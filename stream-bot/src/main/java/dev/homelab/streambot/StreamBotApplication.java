package dev.homelab.streambot;

import dev.homelab.streambot.encryption.Keyset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class StreamBotApplication {

    /** With {@code new-keyset} it prints a value for TOKEN_ENCRYPTION_KEYSET and ends. */
    static void main(String[] args) {
        if (args.length == 1 && args[0].equals("new-keyset")) {
            Console.print(Keyset.fresh());
            return;
        }
        SpringApplication.run(StreamBotApplication.class, args);
    }
}
