package dev.homelab.streambot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Platform;
import dev.homelab.local.spring.Statements;
import dev.homelab.local.spring.WithServers;
import dev.homelab.local.spring.WithServers.Server;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.SharedRedis;
import dev.homelab.streambot.SimulatedWorld;
import dev.homelab.streambot.refresh.FreshTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The overview comes out of Redis until a link changes, and out of PostgreSQL whenever Redis has nothing to say. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({SimulatedWorld.SharedClock.class, Statements.class})
@WithServers({Server.POSTGRES, Server.REDIS})
class OverviewCacheTest {

    private final int port;
    private final JdbcClient database;
    private final Statements statements;
    private final LettuceConnectionFactory redis;
    private final FreshTokens tokens;
    private final InternalCaller dashboard;

    @Autowired
    OverviewCacheTest(
            @LocalServerPort int port,
            JdbcClient database,
            Statements statements,
            LettuceConnectionFactory redis,
            FreshTokens tokens) {
        this.port = port;
        this.database = database;
        this.statements = statements;
        this.redis = redis;
        this.tokens = tokens;
        this.dashboard = new InternalCaller(port, SimulatedWorld.DASHBOARD_TOKEN);
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("spring.data.redis.timeout", () -> "5s"); // a miss on a busy machine is no miss of the product
    }

    @AfterEach
    void tidy() {
        SimulatedWorld.backToNormal();
        database.sql("DELETE FROM streamer").update();
        emptyRedis();
    }

    private void emptyRedis() {
        SharedRedis.empty(redis);
    }

    private List<String> asked() {
        return statements.during(this::overview).stream()
                .filter(sql -> sql.contains("connection"))
                .toList();
    }

    private String overview() {
        return dashboard.read("/internal/v1/connections/overview").toString();
    }

    @Test
    void asksTheDatabaseOnceUntilALinkChanges() {
        Browser browser = new Browser(port);
        browser.signIn(Platform.TWITCH, "lumen");
        await().untilAsserted(() -> {
            assertThat(overview()).contains("\"account\":\"Lumen\"", "\"live\":1");
            assertThat(asked()).isEmpty();
        });
        browser.link(Platform.KICK, "lumen");
        awaitOverview(seen -> assertThat(seen).contains("\"platform\":\"Kick\",\"account\""));
        SimulatedWorld.PLATFORMS.revoke(Platform.KICK, "lumen");
        UUID kick = database.sql("SELECT id FROM connection WHERE platform = 'kick'")
                .query(UUID.class)
                .single();
        assertThat(tokens.renewed(kick)).isInstanceOf(FreshTokens.Handed.Dead.class);
        awaitOverview(seen -> assertThat(seen).contains("\"state\":\"BROKEN\""));
        browser.post("/connections/" + kick + "/unlink");
        awaitOverview(seen -> assertThat(seen).doesNotContain("\"state\":\"BROKEN\""));
    }

    /** Long before the half minute for which one is good that was not forgotten. */
    private void awaitOverview(Consumer<String> asItMustBe) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> asItMustBe.accept(overview()));
    }

    @Test
    void takesWhatItCannotReadInRedisForAMiss() {
        new Browser(port).signIn(Platform.TWITCH, "lumen");
        await().ignoreExceptions().until(() -> {
            try (var connection = redis.getConnection()) {
                return connection
                        .stringCommands()
                        .set(
                                "stream-bot:connections-overview::all".getBytes(StandardCharsets.UTF_8),
                                "{\"streamers".getBytes(StandardCharsets.UTF_8));
            }
        });
        assertThat(overview()).contains("\"account\":\"Lumen\"");
    }
}
