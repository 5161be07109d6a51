package dev.homelab.streambot.refresh;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Platform;
import dev.homelab.local.spring.Statements;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.Death;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
class RefreshTest {

    private static final Duration UNTIL_DUE = Duration.ofMinutes(220);

    /** Some wait for the next look of the scheduler, and a failed one for ten seconds more. */
    private static final Duration REVOCATION = Duration.ofSeconds(40);

    /** Time goes on from test to test, so that no pause of one reaches the next. */
    private static Duration ahead = Duration.ZERO;

    private final int port;
    private final JdbcClient database;
    private final RefreshRun run;
    private final TokenRefresher refresher;
    private final Claims claims;
    private final Statements statements;

    @Autowired
    RefreshTest(
            @LocalServerPort int port,
            JdbcClient database,
            RefreshRun run,
            TokenRefresher refresher,
            Claims claims,
            Statements statements) {
        this.port = port;
        this.database = database;
        this.run = run;
        this.refresher = refresher;
        this.claims = claims;
        this.statements = statements;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("homelab.platform-http.deadline", () -> "4s"); // which is waited out
    }

    @BeforeEach
    void startLater() {
        pass(Duration.ofHours(1));
    }

    @AfterAll
    static void backToNormal() {
        SimulatedWorld.backToNormal();
    }

    @AfterEach
    void tidy() {
        SimulatedWorld.backToNormal();
        database.sql("DELETE FROM streamer").update();
    }

    private static void pass(Duration time) {
        ahead = ahead.plus(time);
        SimulatedWorld.ahead(ahead);
    }

    private void link(Platform platform) {
        assertThat(new Browser(port).signIn(platform, "lumen")).isEqualTo("/connections");
        PLATFORMS.requests().clear();
    }

    private String state() {
        return database.sql("SELECT state FROM connection").query(String.class).single();
    }

    private int asked(Platform platform) {
        return PLATFORMS.requests().count(platform, Endpoint.TOKEN);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void renewsADueTokenAgainAndAgain(Platform platform) {
        link(platform);
        run.run();
        assertThat(asked(platform)).isZero();
        for (int round = 1; round <= 3; round++) {
            pass(UNTIL_DUE);
            run.run();
            run.run();
            assertThat(asked(platform)).isEqualTo(round);
        }
        assertThat(state()).isEqualTo("LIVE");
        assertThat(PLATFORMS.livingRefreshTokens(platform, "lumen")).isEqualTo(1);
    }

    @Test
    void takesAtMostThreeStatementsToRenewOne() {
        link(Platform.KICK);
        int idle = statements.during(run::run).size();
        pass(UNTIL_DUE);
        assertThat(statements.during(run::run)).hasSizeLessThanOrEqualTo(idle + 3);
        assertThat(asked(Platform.KICK)).isEqualTo(1);
    }

    @Test
    void asksOnceHoweverManyWorkersSeeADueToken() {
        link(Platform.KICK);
        pass(UNTIL_DUE);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                workers.execute(run::run);
            }
        }
        assertThat(asked(Platform.KICK)).isEqualTo(1);
        assertThat(state()).isEqualTo("LIVE");
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void breaksALinkWhoseGrantIsDead(Platform platform) {
        link(platform);
        PLATFORMS.revoke(platform, "lumen");
        pass(UNTIL_DUE);
        run.run();
        assertThat(state()).isEqualTo("BROKEN");
        pass(UNTIL_DUE);
        run.run();
        assertThat(asked(platform)).isEqualTo(1);
        Browser streamer = new Browser(port);
        streamer.signIn(platform, "lumen");
        assertThat(state()).isEqualTo("LIVE");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"HANG", "RESET", "REDIRECT", "OVERSIZE", "HTML", "SERVER_ERROR", "BROKEN_JSON"})
    void keepsTheTokensAndTriesAgainWhenThePlatformFails(Fault.Kind kind) {
        link(Platform.GOOGLE);
        pass(UNTIL_DUE);
        PLATFORMS.faults().next(Platform.GOOGLE, Endpoint.TOKEN, Fault.of(kind, 20));
        run.run();
        assertThat(state()).isEqualTo("RETRYING");
        run.run();
        assertThat(asked(Platform.GOOGLE)).isEqualTo(1);
        pass(Duration.ofSeconds(40));
        run.run();
        assertThat(state()).isEqualTo("LIVE");
    }

    @Test
    void waitsAsLongAsAPlatformAsksWithEveryLinkToIt() {
        link(Platform.TWITCH);
        new Browser(port).signIn(Platform.TWITCH, "pixelpia");
        PLATFORMS.requests().clear();
        pass(UNTIL_DUE);
        PLATFORMS.faults().next(2, Platform.TWITCH, Endpoint.TOKEN, Fault.of(Fault.Kind.TOO_MANY_REQUESTS, 90));
        run.run();
        int before = asked(Platform.TWITCH);
        pass(Duration.ofSeconds(80));
        run.run();
        assertThat(asked(Platform.TWITCH)).isEqualTo(before);
        pass(Duration.ofSeconds(15));
        run.run();
        assertThat(asked(Platform.TWITCH)).isEqualTo(before + 2);
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void pausesAPlatformThatRefusesOurClientAndBlamesNoStreamer(Platform platform) {
        link(platform);
        pass(UNTIL_DUE);
        PLATFORMS.faults().next(platform, Endpoint.TOKEN, Fault.of(Fault.Kind.INVALID_CLIENT));
        run.run();
        assertThat(state()).isEqualTo("LIVE");
        pass(Duration.ofMinutes(4));
        run.run();
        assertThat(asked(platform)).isEqualTo(1);
        pass(Duration.ofMinutes(2));
        run.run();
        assertThat(asked(platform)).isEqualTo(2);
        assertThat(state()).isEqualTo("LIVE");
    }

    @Test
    void endsTokensThatArriveAfterTheLinkWasRemoved() {
        link(Platform.KICK);
        pass(UNTIL_DUE);
        Connection claimed = claim();
        RefreshOutcome outcome = refresher.refresh(claimed);
        database.sql("DELETE FROM connection").update();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        RefreshOutcome.Refreshed.class,
                        fresh -> assertThat(claims.refreshed(claimed, fresh.tokens()))
                                .isFalse());
        await().atMost(REVOCATION)
                .untilAsserted(() -> assertThat(PLATFORMS.livingRefreshTokens(Platform.KICK, "lumen"))
                        .isZero());
    }

    @Test
    void endsNoGrantOfALinkThatWasMadeAgainDuringARenewal() {
        link(Platform.GOOGLE);
        pass(UNTIL_DUE);
        Connection claimed = claim();
        RefreshOutcome.Refreshed fresh = (RefreshOutcome.Refreshed) refresher.refresh(claimed);
        database.sql("DELETE FROM connection").update();
        new Browser(port).signIn(Platform.GOOGLE, "lumen");
        assertThat(claims.refreshed(claimed, fresh.tokens())).isFalse();
        await().atMost(REVOCATION)
                .until(() -> database.sql("SELECT count(*) FROM audit_entry WHERE action = 'REVOKE'"
                                        + " AND connection_id = ?")
                                .param(claimed.id())
                                .query(Long.class)
                                .single()
                        == 1);
        assertThat(PLATFORMS.livingRefreshTokens(Platform.GOOGLE, "lumen")).isPositive();
    }

    @Test
    void letsALoserOfARaceDestroyNothing() {
        link(Platform.KICK);
        pass(UNTIL_DUE);
        Connection claimed = claim();
        new Browser(port).signIn(Platform.KICK, "lumen");
        assertThat(claims.died(claimed, Death.GRANT_ENDED)).isFalse();
        assertThat(state()).isEqualTo("LIVE");
    }

    @Test
    void takesOverFromAWorkerWhoseLeaseRanOut() {
        link(Platform.TWITCH);
        pass(UNTIL_DUE);
        claim();
        run.run();
        assertThat(asked(Platform.TWITCH)).isZero();
        pass(Duration.ofSeconds(61));
        run.run();
        assertThat(asked(Platform.TWITCH)).isEqualTo(1);
        assertThat(state()).isEqualTo("LIVE");
    }

    @Test
    void opensNoTokenThatWasMovedToAnotherRow() {
        link(Platform.TWITCH);
        new Browser(port).signIn(Platform.TWITCH, "pixelpia");
        database.sql("""
                        UPDATE connection SET refresh_token = (SELECT refresh_token FROM connection
                            WHERE account_name = 'Lumen')
                        """).update();
        PLATFORMS.requests().clear();
        pass(UNTIL_DUE);
        run.run();
        assertThat(asked(Platform.TWITCH)).isEqualTo(1);
        assertThat(database.sql("SELECT state FROM connection WHERE account_name = 'PixelPia'")
                        .query(String.class)
                        .single())
                .isEqualTo("BROKEN");
    }

    private Connection claim() {
        List<Connection> taken = Stream.of("twitch", "youtube", "kick")
                .flatMap(platform ->
                        claims.take(platform, Duration.ofSeconds(60), Duration.ZERO, Duration.ZERO, 10).stream())
                .toList();
        assertThat(taken).hasSize(1);
        return taken.getFirst();
    }
}
