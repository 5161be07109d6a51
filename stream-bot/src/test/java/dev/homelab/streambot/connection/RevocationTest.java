package dev.homelab.streambot.connection;

import static dev.homelab.streambot.SimulatedWorld.PLATFORMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.platform.Endpoint;
import dev.homelab.local.platform.Fault;
import dev.homelab.local.platform.Platform;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.ServiceTest;
import dev.homelab.streambot.SimulatedWorld;
import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A grant ends at its platform, though the platform was away when its link was removed. */
@ServiceTest
class RevocationTest {

    private final int port;
    private final JdbcClient database;

    @Autowired
    RevocationTest(@LocalServerPort int port, JdbcClient database) {
        this.port = port;
        this.database = database;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("db-scheduler.polling-interval", () -> "200ms");
    }

    @AfterEach
    void tidy() {
        SimulatedWorld.backToNormal();
        database.sql("DELETE FROM streamer").update();
    }

    @Test
    void isTriedAgainUntilThePlatformIsBackAndLeavesNoTokenBehind() {
        Browser browser = new Browser(port);
        browser.signIn(Platform.TWITCH, "lumen");
        browser.link(Platform.KICK, "lumen");
        String kick = database.sql("SELECT id::text FROM connection WHERE platform = 'kick'")
                .query(String.class)
                .single();
        PLATFORMS.requests().clear();
        PLATFORMS.faults().next(Platform.KICK, Endpoint.REVOKE, Fault.of(Fault.Kind.SERVER_ERROR));

        browser.post("/connections/" + kick + "/unlink");
        await().until(() -> PLATFORMS.requests().count(Platform.KICK, Endpoint.REVOKE) == 1);
        assertThat(PLATFORMS.livingRefreshTokens(Platform.KICK, "lumen")).isEqualTo(1);
        await().until(() -> failures() == 1);

        SimulatedWorld.ahead(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(PLATFORMS.livingRefreshTokens(Platform.KICK, "lumen"))
                .isZero());
        await().untilAsserted(() -> assertThat(revocations()).isZero());
        assertThat(database.sql("SELECT count(*) FROM audit_entry WHERE action = 'REVOKE' AND outcome = 'done'"
                                + " AND connection_id::text = ?")
                        .param(kick)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Google ends everything that an account has allowed, whichever of its tokens is revoked. */
    @Test
    void doesNotEndTheGrantOfALinkThatWasMadeAgainMeanwhile() {
        Browser browser = new Browser(port);
        browser.signIn(Platform.TWITCH, "lumen");
        browser.link(Platform.GOOGLE, "lumen");
        String youtube = database.sql("SELECT id::text FROM connection WHERE platform = 'youtube'")
                .query(String.class)
                .single();
        PLATFORMS.faults().next(Platform.GOOGLE, Endpoint.REVOKE, Fault.of(Fault.Kind.SERVER_ERROR));
        browser.post("/connections/" + youtube + "/unlink");
        await().until(() -> failures() == 1);

        browser.link(Platform.GOOGLE, "lumen");
        SimulatedWorld.ahead(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(revocations()).isZero());
        assertThat(PLATFORMS.livingRefreshTokens(Platform.GOOGLE, "lumen")).isPositive();
        assertThat(browser.get("/account").body()).contains("linked again meanwhile");
    }

    @Test
    void readsWhatAVersionOfBeforeHasWrittenDown() throws Exception {
        byte[] written = Base64.getDecoder()
                .decode(
                        "rO0ABXNyACtkZXYuaG9tZWxhYi5zdHJlYW1ib3QuY29ubmVjdGlvbi5SZXZvY2F0aW9uAAAAAAAAAAECAARMAApjb25uZWN0aW9udAAQ"
                                + "TGphdmEvdXRpbC9VVUlEO0wACHBsYXRmb3JtdAASTGphdmEvbGFuZy9TdHJpbmc7TAAIc3RyZWFtZXJxAH4AAVsABXRva2VudAAC"
                                + "W0J4cHNyAA5qYXZhLnV0aWwuVVVJRLyZA/eYbYUvAgACSgAMbGVhc3RTaWdCaXRzSgALbW9zdFNpZ0JpdHN4cAAAAAAAAAABAAAA"
                                + "AAAAAAB0AARraWNrc3EAfgAFAAAAAAAAAAIAAAAAAAAAAHVyAAJbQqzzF/gGCFTgAgAAeHAAAAADAQID");
        try (var in = new ObjectInputStream(new ByteArrayInputStream(written))) {
            Revocation revocation = (Revocation) in.readObject();
            assertThat(revocation.platform()).isEqualTo("kick");
            assertThat(revocation.account()).isNull();
            assertThat(revocation.token()).containsExactly(1, 2, 3);
        }
    }

    private long failures() {
        return database.sql("SELECT coalesce(max(consecutive_failures), 0) FROM scheduled_tasks"
                        + " WHERE task_name = 'revoke'")
                .query(Long.class)
                .single();
    }

    private long revocations() {
        return database.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'revoke'")
                .query(Long.class)
                .single();
    }
}
