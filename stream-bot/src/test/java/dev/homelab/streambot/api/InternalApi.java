package dev.homelab.streambot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Streamers with links, and services that ask about them. */
@ServiceTest
abstract class InternalApi {

    static final String BOT_TOKEN = "discord-bot-token-that-is-long-enough-0123456789";

    /** Time goes on from test to test, so that no pause of one reaches the next. */
    static Duration ahead = Duration.ZERO;

    final int port;
    final JdbcClient database;
    final InternalCaller dashboard;
    final InternalCaller bot;

    InternalApi(@LocalServerPort int port, JdbcClient database) {
        this.port = port;
        this.database = database;
        this.dashboard = new InternalCaller(port, SimulatedWorld.DASHBOARD_TOKEN);
        this.bot = new InternalCaller(port, BOT_TOKEN);
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("INTERNAL_TOKEN_DISCORD_BOT", () -> BOT_TOKEN);
        properties.add("TOKEN_CALLERS", () -> "discord-bot");
    }

    @BeforeEach
    void later() {
        pass(Duration.ofDays(2));
    }

    static void pass(Duration time) {
        ahead = ahead.plus(time);
        SimulatedWorld.ahead(ahead);
    }

    @AfterEach
    void tidy() {
        SimulatedWorld.backToNormal();
        database.sql("DELETE FROM streamer").update();
    }

    @AfterAll
    static void backToNormal() {
        SimulatedWorld.backToNormal();
    }

    final Browser signedIn(Platform platform, String login) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(platform, login)).isEqualTo("/connections");
        return browser;
    }

    final UUID column(String name, String account) {
        return database.sql("SELECT " + name + " FROM connection WHERE account_name = ?")
                .param(account)
                .query(UUID.class)
                .single();
    }

    final UUID link(String account) {
        return column("id", account);
    }

    final UUID streamer(String account) {
        return column("streamer_id", account);
    }

    final List<@Nullable String> audited(String action) {
        return database.sql("SELECT outcome FROM audit_entry WHERE action = ? AND at >= ? ORDER BY id")
                .param(action)
                .param(OffsetDateTime.now(Clock.systemUTC()).plus(ahead).minusMinutes(10))
                .query(String.class)
                .list();
    }

    static List<String> accounts(JsonNode page) {
        return page.path("connections")
                .valueStream()
                .map(line -> line.path("account").asString())
                .toList();
    }
}
