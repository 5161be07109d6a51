package dev.homelab.streambot;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One service for the tests that extend this, each of which finds it without streamers, and has a fresh browser. */
@ServiceTest
public abstract class OneService {

    protected final int port;
    protected final JdbcClient database;
    protected Browser browser;

    protected OneService(int port, JdbcClient database) {
        this.port = port;
        this.database = database;
        this.browser = new Browser(port);
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @AfterEach
    void tidy() {
        SimulatedWorld.backToNormal();
        List.of("streamer", "oauth_session", "audit_entry", "SPRING_SESSION")
                .forEach(table -> database.sql("DELETE FROM " + table).update());
    }
}
