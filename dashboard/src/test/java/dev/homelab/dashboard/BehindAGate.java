package dev.homelab.dashboard;

import static org.awaitility.Awaitility.await;

import dev.homelab.local.server.DatabaseGate;
import dev.homelab.local.server.TestServers;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One dashboard for the tests that extend this, whose PostgreSQL can be taken away. */
@SpringBootTest
@AutoConfigureMockMvc
@ResourceLock("a dashboard behind a gate")
public abstract class BehindAGate {

    protected static final String PASSWORD = BotDouble.ADMIN_PASSWORD;
    protected static final Duration SOON = Duration.ofSeconds(15);
    protected static final DatabaseGate GATE = new DatabaseGate();
    protected static final BotDouble BOTS = new BotDouble();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        lead(registry, GATE, BOTS);
        registry.add("homelab.status-page.enabled", () -> "true");
    }

    /** Leads a dashboard to a gate, to the test servers' Redis, and to bots. */
    public static void lead(DynamicPropertyRegistry registry, DatabaseGate gate, BotDouble bots) {
        registry.add("spring.datasource.url", gate::jdbc);
        registry.add("spring.datasource.username", gate::user);
        registry.add("spring.datasource.password", gate::password);
        registry.add(
                "REDIS_URL", () -> "redis://localhost:" + TestServers.redis().port());
        bots.join(registry);
    }

    /** For what is read through a gate that was opened: the first connections may still meet that it was shut. */
    public static ConditionFactory awaitDatabase() {
        return await().atMost(SOON).ignoreExceptionsInstanceOf(DataAccessException.class);
    }

    @AfterEach
    void open() {
        GATE.open();
        BOTS.ready(true);
    }
}
