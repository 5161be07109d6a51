package dev.homelab.backup.restore;

import dev.homelab.common.objects.ObjectServer;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** What the command line consists of: all but the worker, its schedule and its HTTP API. */
@ComponentScan({
    "dev.homelab.backup.disk",
    "dev.homelab.backup.drill",
    "dev.homelab.backup.encryption",
    "dev.homelab.backup.postgres",
    "dev.homelab.backup.store"
})
@ConfigurationPropertiesScan({
    "dev.homelab.backup.disk",
    "dev.homelab.backup.encryption",
    "dev.homelab.backup.postgres",
    "dev.homelab.backup.restore",
    "dev.homelab.backup.store"
})
@EnableConfigurationProperties(ObjectServer.class)
@Import(Restorer.class)
class CommandLineApplication {

    @Bean
    JsonMapper json() {
        return JsonMapper.shared();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
