package dev.homelab.dashboard.access;

import dev.homelab.dashboard.BotDouble;
import dev.homelab.local.server.DatabaseGate;
import dev.homelab.local.server.TestServers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One dashboard for the tests that extend this, whose PostgreSQL can be taken away. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class BehindAGate {

    static final String PASSWORD = BotDouble.ADMIN_PASSWORD;
    static final Duration SOON = Duration.ofSeconds(15);
    static final DatabaseGate GATE = new DatabaseGate();
    private static final BotDouble BOTS = new BotDouble();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", GATE::jdbc);
        registry.add("spring.datasource.username", GATE::user);
        registry.add("spring.datasource.password", GATE::password);
        registry.add(
                "REDIS_URL", () -> "redis://localhost:" + TestServers.redis().port());
        BOTS.join(registry);
    }

    @AfterEach
    void open() {
        GATE.open();
    }
}
