package dev.homelab.streambot.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.Death;
import dev.homelab.streambot.connection.Endings;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What streamers are told on Discord of their links. */
@ServiceTest
class NoticesTest {

    private static final DiscordBotDouble BOT = new DiscordBotDouble();
    private static final long DISCORD_USER = 200000000000000001L;

    private final int port;
    private final JdbcClient database;
    private final Claims claims;
    private final Endings endings;
    private final TransactionTemplate transactions;

    @Autowired
    NoticesTest(
            @LocalServerPort int port,
            JdbcClient database,
            Claims claims,
            Endings endings,
            TransactionTemplate transactions) {
        this.port = port;
        this.database = database;
        this.claims = claims;
        this.endings = endings;
        this.transactions = transactions;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("DISCORD_BOT_URL", BOT::url);
        properties.add("INTERNAL_TOKEN_STREAM_BOT", () -> DiscordBotDouble.TOKEN);
        properties.add("db-scheduler.polling-interval", () -> "100ms");
    }

    @BeforeEach
    void begin() {
        BOT.answer(204);
        BOT.asked().clear();
    }

    @AfterEach
    void tidy() {
        SimulatedWorld.ahead(Duration.ZERO);
        SimulatedWorld.backToNormal();
        database.sql("DELETE FROM scheduled_tasks WHERE task_name = 'tell'").update();
        database.sql("DELETE FROM streamer").update();
    }

    @AfterAll
    static void stop() {
        BOT.close();
    }

    private void link(Platform platform, String languages) {
        Browser browser = new Browser(port, languages);
        browser.signIn(platform, "lumen");
        browser.get("/connections");
    }

    private void linkDiscord() {
        database.sql("""
                        INSERT INTO connection (id, streamer_id, platform, account_id, account_name, scopes, access_token,
                            linked_at, granted_at, expires_at, refresh_due, state)
                        SELECT :id, streamer_id, 'discord', :account, 'lumen', 'identify', access_token, now(), now(),
                            now() + interval '7 days', now() + interval '6 days', 'LIVE'
                        FROM connection LIMIT 1
                        """)
                .param("id", UUID.randomUUID())
                .param("account", Long.toString(DISCORD_USER))
                .update();
    }

    private Connection linked() {
        return claims.find(database.sql("SELECT id FROM connection WHERE platform <> 'discord'")
                        .query(UUID.class)
                        .single())
                .orElseThrow();
    }

    private long waiting() {
        return database.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'tell'")
                .query(Long.class)
                .single();
    }

    /** It is written down that the bot did not tell, so that the next try is known. */
    private void awaitFailure() {
        await().until(() -> database.sql("SELECT count(*) FROM scheduled_tasks WHERE consecutive_failures > 0")
                        .query(Long.class)
                        .single()
                == 1);
    }

    private JsonNode told() {
        await().until(() -> !BOT.asked().isEmpty());
        return BOT.asked().getFirst();
    }

    @Test
    void tellsOfADeadLinkOnDiscordInTheLanguageOfItsStreamer() {
        link(Platform.KICK, "de");
        linkDiscord();
        claims.died(linked(), Death.RENEWAL_INTERRUPTED);
        JsonNode told = told();
        assertThat(told.path("kind").asString()).isEqualTo("link-died");
        assertThat(told.path("recipient").asLong()).isEqualTo(DISCORD_USER);
        assertThat(told.path("language").asString()).isEqualTo("de");
        assertThat(told.path("platform").asString()).isEqualTo("Kick");
        assertThat(told.path("account").asString()).isEqualTo("Lumen");
        assertThat(told.path("reason").asString()).isEqualTo("renewal-interrupted");
        assertThat(told.path("address").asString()).isEqualTo(SimulatedWorld.PUBLIC_URL + "/connections");
        await().until(() -> waiting() == 0);
        assertThat(BOT.asked()).hasSize(1);
    }

    @Test
    void triesAgainWithTheSameKeyUntilTheBotHasTold() {
        link(Platform.KICK, "en");
        linkDiscord();
        BOT.answer(503);
        claims.died(linked(), Death.GRANT_ENDED);
        String key = told().path("key").asString();
        awaitFailure();
        BOT.answer(204);
        SimulatedWorld.ahead(Duration.ofMinutes(1));
        await().until(() -> waiting() == 0);
        assertThat(BOT.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.path("key").asString()).isEqualTo(key));
    }

    @Test
    void leavesThoseInPeaceWhoTakeNoDirectMessages() {
        link(Platform.KICK, "en");
        linkDiscord();
        BOT.answer(422);
        claims.died(linked(), Death.GRANT_ENDED);
        told();
        await().until(() -> waiting() == 0);
        assertThat(BOT.asked()).hasSize(1);
    }

    @Test
    void asksNobodyWhereNoDiscordIsLinked() {
        link(Platform.KICK, "en");
        claims.died(linked(), Death.GRANT_ENDED);
        await().until(() -> waiting() == 0);
        assertThat(BOT.asked()).isEmpty();
    }

    @Test
    void tellsNothingThatIsNotSoAnyMore() {
        link(Platform.KICK, "en");
        linkDiscord();
        BOT.answer(503);
        claims.died(linked(), Death.GRANT_ENDED);
        told();
        awaitFailure();
        database.sql("UPDATE connection SET state = 'LIVE', broken_at = NULL, broken_reason = NULL")
                .update();
        BOT.asked().clear();
        SimulatedWorld.ahead(Duration.ofMinutes(1));
        await().until(() -> waiting() == 0);
        assertThat(BOT.asked()).isEmpty();
    }

    @Test
    void writesTheNoticeInTheTransactionOfTheDeath() {
        link(Platform.KICK, "en");
        linkDiscord();
        Connection link = linked();
        transactions.executeWithoutResult(status -> {
            claims.died(link, Death.GRANT_ENDED);
            assertThat(waiting()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(waiting()).isZero();
        assertThat(linked().death()).isNull();
    }

    @Test
    void remindsOfAKnownEndFiveDaysBeforeItAndOnceForEachGrant() {
        link(Platform.KICK, "fr");
        linkDiscord();
        SimulatedWorld.ahead(Duration.ofDays(24));
        endings.announce();
        assertThat(waiting()).isZero();
        SimulatedWorld.ahead(Duration.ofDays(26));
        endings.announce();
        endings.announce();
        JsonNode told = told();
        assertThat(told.path("kind").asString()).isEqualTo("link-ends");
        assertThat(told.path("until").asString()).isEqualTo(String.valueOf(linked().grantEnds()));
        await().until(() -> waiting() == 0);
        assertThat(BOT.asked()).hasSize(1);
        database.sql("UPDATE connection SET granted_at = now() + interval '27 days'")
                .update();
        endings.announce();
        await().until(() -> BOT.asked().size() == 2);
    }

    @Test
    void remindsOfAGrantThatNobodyUsed() {
        link(Platform.GOOGLE, "en");
        linkDiscord();
        SimulatedWorld.ahead(Duration.ofDays(170));
        endings.announce();
        assertThat(waiting()).isZero();
        SimulatedWorld.ahead(Duration.ofDays(176));
        endings.announce();
        assertThat(told().path("platform").asString()).isEqualTo("YouTube");
    }

    @Test
    void refusesAWeakTokenAndNoAddress() {
        assertThatThrownBy(() -> new NoticeSettings(URI.create("http://bot"), Secret.of("short")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("INTERNAL_TOKEN_STREAM_BOT")
                .hasMessageNotContaining("short ");
        assertThatThrownBy(() -> new NoticeSettings(URI.create("bot"), Secret.of("")))
                .isInstanceOf(InvalidSetting.class);
        assertThat(new NoticeSettings(URI.create("http://bot"), Secret.of("")).enabled())
                .isFalse();
    }
}
