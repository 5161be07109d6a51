package dev.homelab.dashboard;

import dev.homelab.common.objects.ObjectServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableConfigurationProperties(ObjectServer.class)
class DashboardApplication {

    static void main(String[] args) {
        // Looking up a host name holds on to its carrier thread, and must not stop the other checks where DNS hangs.
        System.setProperty("jdk.virtualThreadScheduler.parallelism", "16");
        SpringApplication.run(DashboardApplication.class, args);
    }
}
