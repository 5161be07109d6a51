package dev.homelab.streambot.refresh;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Platform;
import dev.homelab.local.platform.Rotation;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import dev.homelab.streambot.connection.Claims;
import dev.homelab.streambot.connection.Connection;
import dev.homelab.streambot.connection.ConnectionState;
import dev.homelab.streambot.connection.Death;
import dev.homelab.streambot.encryption.TokenCipher;
import dev.homelab.streambot.refresh.FreshTokens.Handed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens that rotate, over crashes and for many who ask at once. */
@ServiceTest
class RotationTest {

    private static Duration ahead = Duration.ofDays(400);

    private final int port;
    private final JdbcClient database;
    private final RefreshRun run;
    private final TokenRefresher refresher;
    private final TokenValidation validation;
    private final FreshTokens tokens;
    private final Claims claims;
    private final TokenCipher cipher;

    @Autowired
    RotationTest(
            @LocalServerPort int port,
            JdbcClient database,
            RefreshRun run,
            TokenRefresher refresher,
            TokenValidation validation,
            FreshTokens tokens,
            Claims claims,
            TokenCipher cipher) {
        this.port = port;
        this.database = database;
        this.run = run;
        this.refresher = refresher;
        this.validation = validation;
        this.tokens = tokens;
        this.claims = claims;
        this.cipher = cipher;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
    }

    @BeforeEach
    void startLater() {
        pass(Duration.ofHours(2));
    }

    @AfterEach
    void tidy() {
        PLATFORMS.rotate(Platform.KICK, Rotation.REPLACED_AND_GUARDED);
        SimulatedWorld.backToNormal();
        database.sql("DELETE FROM streamer").update();
    }

    private static void pass(Duration time) {
        ahead = ahead.plus(time);
        SimulatedWorld.ahead(ahead);
    }

    private UUID link(Platform platform) {
        assertThat(new Browser(port).signIn(platform, "lumen")).isEqualTo("/connections");
        PLATFORMS.requests().clear();
        return database.sql("SELECT id FROM connection").query(UUID.class).single();
    }

    private Connection stored(UUID id) {
        return claims.find(id).orElseThrow();
    }

    private Connection claim(String platform) {
        return claims.take(platform, Duration.ofSeconds(60), Duration.ZERO, Duration.ZERO, 1)
                .getFirst();
    }

    @Test
    void losesNoGrantToACrashWhereThePlatformToleratesAReusedToken() {
        PLATFORMS.rotate(Platform.KICK, Rotation.FLEXIBLE);
        UUID id = link(Platform.KICK);
        pass(Duration.ofMinutes(110));
        crashAfterTheAnswer();
        pass(Duration.ofSeconds(61));
        run.run();
        assertThat(stored(id).death()).isNull();
        assertThat(stored(id).failures()).isZero();
    }

    /** The platform has rotated, and nobody wrote it down. */
    private void crashAfterTheAnswer() {
        assertThat(refresher.refresh(claim("kick"))).isInstanceOf(RefreshOutcome.Refreshed.class);
    }

    @Test
    void saysWhyALinkDiedWhereThePlatformEndsGrantsOverAReusedToken() {
        PLATFORMS.rotate(Platform.KICK, Rotation.REPLACED_AND_GUARDED);
        UUID id = link(Platform.KICK);
        pass(Duration.ofMinutes(110));
        crashAfterTheAnswer();
        pass(Duration.ofSeconds(61));
        run.run();
        assertThat(stored(id).death()).isEqualTo(Death.RENEWAL_INTERRUPTED);
    }

    @Test
    void goesBackToTheTokenBeforeWhereTheNewestIsUnknownToThePlatform() {
        PLATFORMS.rotate(Platform.KICK, Rotation.FLEXIBLE);
        UUID id = link(Platform.KICK);
        pass(Duration.ofMinutes(110));
        run.run();
        // As after a restore of a backup: the newest is one that the platform has never given.
        database.sql("UPDATE connection SET refresh_token = ?")
                .param(foreign(id))
                .update();
        pass(Duration.ofMinutes(110));
        run.run();
        assertThat(stored(id).death()).isNull();
    }

    private byte[] foreign(UUID id) {
        Connection connection = stored(id);
        return cipher.encrypt("never-given", "connection/kick/" + connection.accountId() + "/refresh");
    }

    @Test
    void handsOutAFreshTokenWithOneCallHoweverManyAsk() throws Exception {
        UUID id = link(Platform.TWITCH);
        pass(Duration.ofHours(5));
        var values = new HashSet<String>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Callable<Handed>>();
            for (int i = 0; i < 20; i++) {
                asking.add(() -> tokens.of(id));
            }
            for (var answer : workers.invokeAll(asking)) {
                assertThat(answer.get()).isInstanceOfSatisfying(Handed.Token.class, token -> values.add(token.value()));
            }
        }
        assertThat(values).hasSize(1);
        assertThat(PLATFORMS.requests().count(Platform.TWITCH, Endpoint.TOKEN)).isEqualTo(1);
        tokens.of(id);
        assertThat(PLATFORMS.requests().count(Platform.TWITCH, Endpoint.TOKEN)).isEqualTo(1);
        assertThat(tokens.renewed(id)).isInstanceOf(Handed.Token.class);
        assertThat(PLATFORMS.requests().count(Platform.TWITCH, Endpoint.TOKEN)).isEqualTo(2);
    }

    @Test
    void saysWhenAFreshTokenCannotBeHadAndWhenNever() {
        UUID id = link(Platform.TWITCH);
        pass(Duration.ofHours(5));
        PLATFORMS.faults().next(Platform.TWITCH, Endpoint.TOKEN, Fault.of(Fault.Kind.SERVER_ERROR));
        assertThat(tokens.of(id)).isInstanceOf(Handed.NotNow.class);
        PLATFORMS.revoke(Platform.TWITCH, "lumen");
        pass(Duration.ofMinutes(2));
        assertThat(tokens.of(id)).isEqualTo(new Handed.Dead(Death.GRANT_ENDED));
        assertThat(tokens.of(UUID.randomUUID())).isEqualTo(new Handed.Unknown());
    }

    @Test
    void breaksALinkWithNothingToRenewItWithWhenItHasRunOutAndNoSooner() {
        UUID id = link(Platform.TWITCH);
        database.sql("UPDATE connection SET refresh_token = NULL").update();
        assertThat(tokens.renewed(id)).isInstanceOf(Handed.NotNow.class);
        assertThat(tokens.of(id)).isInstanceOf(Handed.Token.class);
        pass(Duration.ofHours(5));
        assertThat(tokens.of(id)).isEqualTo(new Handed.Dead(Death.NOTHING_TO_RENEW_WITH));
    }

    /** As on an instance that was not told of a new key yet. */
    @Test
    void keepsALinkWhoseKeyIsNotHere() {
        UUID id = link(Platform.TWITCH);
        nameAnotherKey();
        pass(Duration.ofHours(5));
        validation.run();
        run.run();
        assertThat(stored(id).state()).isEqualTo(ConnectionState.RETRYING);
        assertThat(tokens.of(id)).isInstanceOf(Handed.NotNow.class);
        assertThat(PLATFORMS.requests().count(Platform.TWITCH, Endpoint.TOKEN)).isZero();
        nameAnotherKey();
        assertThat(tokens.of(id)).isInstanceOf(Handed.Token.class);
        assertThat(stored(id).state()).isEqualTo(ConnectionState.LIVE);
    }

    /** Twice is as it was. */
    private void nameAnotherKey() {
        database.sql("""
                        UPDATE connection SET access_token = set_byte(access_token, 4, get_byte(access_token, 4) # 1),
                            refresh_token = set_byte(refresh_token, 4, get_byte(refresh_token, 4) # 1)
                        """).update();
    }

    @Test
    void validatesTwitchEveryHourAndRenewsWhatIsNotValidAnyMore() {
        link(Platform.TWITCH);
        validation.run();
        assertThat(validated()).isZero();
        pass(Duration.ofMinutes(61));
        validation.run();
        validation.run();
        assertThat(validated()).isEqualTo(1);
        PLATFORMS.faults().next(Platform.TWITCH, Endpoint.VALIDATE, Fault.of(Fault.Kind.SERVER_ERROR));
        pass(Duration.ofMinutes(61));
        validation.run();
        pass(Duration.ofMinutes(6));
        validation.run();
        assertThat(validated()).isEqualTo(3);
        pass(Duration.ofMinutes(61));
        database.sql("UPDATE connection SET access_token = ?")
                .param(wrongAccess())
                .update();
        validation.run();
        run.run();
        assertThat(PLATFORMS.requests().count(Platform.TWITCH, Endpoint.TOKEN)).isEqualTo(1);
    }

    private byte[] wrongAccess() {
        String account = database.sql("SELECT account_id FROM connection")
                .query(String.class)
                .single();
        return cipher.encrypt("not-a-token", "connection/twitch/" + account + "/access");
    }

    private static int validated() {
        return PLATFORMS.requests().count(Platform.TWITCH, Endpoint.VALIDATE);
    }
}
