package dev.homelab.streambot;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Platform;
import dev.homelab.local.server.DatabaseGate;
import dev.homelab.local.server.TestServers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** PostgreSQL goes away while somebody is on their way back from a platform. */
@SpringBootTest(classes = StreamBotApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({SimulatedWorld.SharedClock.class, CallbackWithoutDatabaseTest.ShutAfterConsuming.class})
class CallbackWithoutDatabaseTest {

    private static final DatabaseGate GATE = new DatabaseGate();

    private final int port;
    private final JdbcClient database;
    private final ShutAfterConsuming shutting;

    @Autowired
    CallbackWithoutDatabaseTest(@LocalServerPort int port, JdbcClient database, ShutAfterConsuming shutting) {
        this.port = port;
        this.database = database;
        this.shutting = shutting;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("spring.datasource.url", GATE::jdbc);
        properties.add("spring.datasource.username", GATE::user);
        properties.add("spring.datasource.password", GATE::password);
        properties.add("spring.datasource.hikari.connection-timeout", () -> "1000");
        properties.add(
                "REDIS_URL", () -> "redis://localhost:" + TestServers.redis().port());
    }

    /** Lets a callback use its state up, and takes the database away before anything else is written. */
    static final class ShutAfterConsuming implements QueryExecutionListener {

        private final AtomicBoolean armed = new AtomicBoolean();

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            if (queries.stream().anyMatch(query -> query.getQuery().contains("UPDATE oauth_session"))
                    && armed.compareAndSet(true, false)) {
                GATE.shut();
            }
        }
    }

    @BeforeEach
    void awaitDatabase() {
        var browser = new Browser(port);
        await().until(() -> browser.get("/").statusCode() == 200
                && browser.get("/connections").statusCode() == 302);
    }

    @AfterEach
    void tidy() {
        GATE.open();
        SimulatedWorld.backToNormal();
        await().ignoreExceptions().until(() -> rows("streamer") >= 0);
        database.sql("DELETE FROM streamer").update();
        database.sql("DELETE FROM oauth_session").update();
    }

    private long rows(String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    @Test
    void keepsTheStateOfACallbackThatComesWhileTheDatabaseIsAway() {
        Browser browser = new Browser(port);
        String callback = PLATFORMS.allow(browser.startSignIn(Platform.KICK), "lumen");
        GATE.shut();

        HttpResponse<String> refused = browser.get(callback);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).doesNotContain("Exception").contains("<main");
        assertThat(PLATFORMS.requests().count(Platform.KICK, Endpoint.TOKEN)).isZero();
        GATE.open();
        await().untilAsserted(() ->
                assertThat(Browser.location(browser.get(callback))).isEqualTo("/connections"));
    }

    @Test
    void leavesNothingHalfDoneWhenTheDatabaseGoesWhileThePlatformIsAsked() {
        Browser browser = new Browser(port);
        String callback = PLATFORMS.allow(browser.startSignIn(Platform.KICK), "lumen");
        shutting.armed.set(true);

        assertThat(browser.get(callback).statusCode()).isEqualTo(503);

        GATE.open();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(rows("streamer")).isZero());
        assertThat(rows("connection")).isZero();
        await().untilAsserted(
                        () -> assertThat(browser.signIn(Platform.KICK, "lumen")).isEqualTo("/connections"));
    }
}
