package dev.homelab.backup;

import dev.homelab.backup.restore.CommandLine;
import dev.homelab.common.objects.ObjectServer;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableConfigurationProperties(ObjectServer.class)
class BackupApplication {

    /** With {@code new-keyset}, {@code list} or {@code restore} it does that and ends; otherwise it is the worker. */
    static void main(String[] args) {
        if (CommandLine.isCommand(args)) {
            System.exit(CommandLine.run(List.of(args), System.out::println, "--LOG_FORMAT="));
        }
        SpringApplication.run(BackupApplication.class, args);
    }
}
