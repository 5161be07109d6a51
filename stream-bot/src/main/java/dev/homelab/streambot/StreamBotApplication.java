package dev.homelab.streambot;

import dev.homelab.streambot.encryption.Keyset;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class StreamBotApplication {

    /**
     * With {@code new-keyset} it prints a value for TOKEN_ENCRYPTION_KEYSET and ends; with {@code add-key} and {@code
     * promote-key} it reads one from standard input and prints the one that follows it.
     */
    static void main(String[] args) throws IOException {
        switch (args.length == 1 ? args[0] : "") {
            case "new-keyset" -> Console.print(Keyset.fresh());
            case "add-key" -> Console.print(Keyset.withOneMoreKey(Console.read()));
            case "promote-key" -> Console.print(Keyset.withTheNewestKeyFirst(Console.read()));
            default -> SpringApplication.run(StreamBotApplication.class, args);
        }
    }
}
