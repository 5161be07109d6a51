package dev.homelab.streambot.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Fault.Kind;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.DiscordWorld;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What every platform must pass, whatever words it uses: each answer that has been seen has one meaning. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlatformConformance implements AnswersOfPlatforms {

    /** Time goes on from test to test, so that no pause of one reaches the next. */
    private static Duration ahead = Duration.ZERO;

    private final int port;
    private final JdbcClient database;
    private final RefreshRun run;
    private final FreshTokens tokens;
    private Browser browser;

    @Autowired
    PlatformConformance(@LocalServerPort int port, JdbcClient database, RefreshRun run, FreshTokens tokens) {
        this.port = port;
        this.database = database;
        this.run = run;
        this.tokens = tokens;
        this.browser = new Browser(port);
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("homelab.platform-http.deadline", () -> "4s"); // which is waited out
        DiscordWorld.register(properties);
    }

    /** The platform's id. */
    abstract String id();

    /** Starts a consent; where the browser is sent to. */
    abstract String start(Browser streamer);

    /** Allows everything; where the browser is sent to. */
    abstract String allow(String authorizeUrl);

    abstract String deny(String authorizeUrl);

    abstract void nextRefresh(Fault fault);

    /** How often tokens were asked for since the link was made. */
    abstract int asked();

    abstract void forgetRequests();

    /** Whether the newest tokens, or any, work at the platform. */
    abstract boolean grantLives();

    abstract void endGrant();

    /** From now on, or for the next request, the refresh token stays and is not returned. */
    abstract void keepRefreshTokens();

    /** Everything as the platform does it when nobody asks for anything else. */
    abstract void backToUsual();

    /** The scopes that the stored link has, as the platform names them. */
    abstract Set<String> grantedScopes();

    @BeforeEach
    void link() {
        pass(Duration.ofDays(1));
        browser = new Browser(port);
        assertThat(Browser.location(browser.get(allow(start(browser))))).isEqualTo("/connections");
        forgetRequests();
    }

    @AfterEach
    void tidy() {
        backToUsual();
        SimulatedWorld.backToNormal();
        database.sql("DELETE FROM streamer").update();
    }

    @AfterAll
    static void backToNormal() {
        SimulatedWorld.backToNormal();
    }

    private static void pass(Duration time) {
        ahead = ahead.plus(time);
        SimulatedWorld.ahead(ahead);
    }

    void run() {
        run.run();
    }

    void becomeDue() {
        database.sql("UPDATE connection SET refresh_due = to_timestamp(0) WHERE platform = ?")
                .param(id())
                .update();
    }

    /** As if the access token had ended so much earlier. */
    void expiredEarlier(Duration by) {
        database.sql("UPDATE connection SET expires_at = expires_at - make_interval(secs => ?) WHERE platform = ?")
                .params(by.toSeconds(), id())
                .update();
    }

    String state() {
        return column("state", String.class);
    }

    private <T> T column(String name, Class<T> type) {
        return database.sql("SELECT " + name + " FROM connection WHERE platform = ?")
                .param(id())
                .query(type)
                .single();
    }

    private FreshTokens.Handed handed() {
        return tokens.of(column("id", UUID.class));
    }

    @Test
    void keepsWhatWasGranted() {
        assertThat(Set.of(column("scopes", String.class).split(" ", -1))).isEqualTo(grantedScopes());
        assertThat(column("account_name", String.class)).isNotBlank();
        assertThat(handed()).isInstanceOf(FreshTokens.Handed.Token.class);
    }

    @Test
    void renewsAgainAndAgainWithTokensThatAreReplaced() {
        for (int round = 1; round <= 3; round++) {
            becomeDue();
            run.run();
            assertThat(asked()).isEqualTo(round);
            assertThat(state()).isEqualTo("LIVE");
        }
        assertThat(grantLives()).isTrue();
        assertThat(Set.of(column("scopes", String.class).split(" ", -1))).isEqualTo(grantedScopes());
    }

    @Test
    void keepsARefreshTokenThatIsNotReturned() {
        keepRefreshTokens();
        for (int round = 1; round <= 2; round++) {
            becomeDue();
            run.run();
            assertThat(state()).isEqualTo("LIVE");
        }
        assertThat(grantLives()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("deadGrants")
    void breaksTheLinkOfADeadGrant(Kind kind) {
        nextRefresh(Fault.of(kind));
        becomeDue();
        run.run();
        assertThat(state()).isEqualTo("BROKEN");
        assertThat(column("broken_reason", String.class)).isEqualTo("grant-ended");
        run.run();
        assertThat(asked()).isEqualTo(1);
        assertThat(handed()).isInstanceOf(FreshTokens.Handed.Dead.class);
    }

    @Test
    void breaksTheLinkOfAGrantThatWasEndedAtThePlatformAndMendsItByLinkingAgain() {
        endGrant();
        becomeDue();
        run.run();
        assertThat(state()).isEqualTo("BROKEN");
        UUID before = column("id", UUID.class);
        assertThat(Browser.location(browser.get(allow(start(browser))))).isEqualTo("/connections");
        assertThat(state()).isEqualTo("LIVE");
        assertThat(column("id", UUID.class)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("refusalsOfOurClient")
    void pausesThePlatformThatRefusesOurClientAndBlamesNoStreamer(Kind kind) {
        nextRefresh(Fault.of(kind));
        becomeDue();
        run.run();
        assertThat(state()).isEqualTo("LIVE");
        pass(Duration.ofMinutes(4));
        becomeDue();
        run.run();
        assertThat(asked()).isEqualTo(1);
        pass(Duration.ofMinutes(2));
        run.run();
        assertThat(asked()).isEqualTo(2);
        assertThat(state()).isEqualTo("LIVE");
    }

    @ParameterizedTest
    @MethodSource("throttles")
    void waitsAsLongAsThePlatformAsks(Kind kind) {
        nextRefresh(Fault.of(kind, 90));
        becomeDue();
        run.run();
        assertThat(state()).isEqualTo("LIVE");
        pass(Duration.ofSeconds(80));
        becomeDue();
        run.run();
        assertThat(asked()).isEqualTo(1);
        pass(Duration.ofSeconds(15));
        run.run();
        assertThat(asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void keepsTheTokensAndTriesAgain(Kind kind) {
        nextRefresh(Fault.of(kind, 20));
        becomeDue();
        run.run();
        assertThat(state()).isEqualTo("RETRYING");
        run.run();
        assertThat(asked()).isEqualTo(1);
        boolean tokensAreThere = kind != Kind.BROKEN_JSON && kind != Kind.DRIP;
        if (tokensAreThere) {
            pass(Duration.ofSeconds(40));
            run.run();
            assertThat(state()).isEqualTo("LIVE");
        }
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void takesTokensHoweverOddlyTheyAreWritten(Kind kind) {
        nextRefresh(Fault.of(kind));
        becomeDue();
        run.run();
        assertThat(state()).isEqualTo("LIVE");
        OffsetDateTime expires = column("expires_at", OffsetDateTime.class);
        assertThat(Duration.between(column("refreshed_at", OffsetDateTime.class), expires))
                .isGreaterThan(Duration.ofMinutes(30));
        becomeDue();
        run.run();
        assertThat(state()).isEqualTo("LIVE");
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void usesUpTheStateOfAConsentThatWasDenied() {
        Browser other = new Browser(port);
        String denied = deny(start(other));
        assertThat(Browser.location(other.get(denied))).isEqualTo("/problem/denied");
        assertThat(Browser.location(other.get(denied))).isEqualTo("/problem/unusable");
    }

    @Test
    void endsTheGrantAtThePlatformWithTheLink() {
        assertThat(grantLives()).isTrue();
        browser.post("/connections/" + column("id", UUID.class) + "/unlink", "confirmed", "true");
        await().untilAsserted(() -> assertThat(grantLives()).isFalse());
    }
}
