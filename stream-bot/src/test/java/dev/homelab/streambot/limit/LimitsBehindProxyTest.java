package dev.homelab.streambot.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelab.local.platform.Platform;
import dev.homelab.local.spring.Statements;
import dev.homelab.local.spring.WithServers;
import dev.homelab.local.spring.WithServers.Server;
import dev.homelab.streambot.Browser;
import dev.homelab.streambot.SharedRedis;
import dev.homelab.streambot.SimulatedWorld;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who counts as one: a streamer wherever they are, and whoever has a network of their own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({SimulatedWorld.SharedClock.class, Statements.class})
@WithServers({Server.POSTGRES, Server.REDIS})
class LimitsBehindProxyTest {

    private final int port;
    private final LettuceConnectionFactory redis;

    @Autowired
    LimitsBehindProxyTest(@LocalServerPort int port, LettuceConnectionFactory redis) {
        this.port = port;
        this.redis = redis;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("TRUSTED_PROXIES", () -> "127\\.0\\.0\\.1|0:0:0:0:0:0:0:1");
        properties.add("SIGN_INS_PER_MINUTE", () -> "5");
        properties.add("LINKS_PER_MINUTE", () -> "5");
    }

    /** Other tests of this build count in the same Redis. */
    @BeforeEach
    void countFromNone() {
        SharedRedis.empty(redis);
    }

    @AfterEach
    void backToNormal() {
        SimulatedWorld.backToNormal();
    }

    @Test
    void countsTheLinksOfAStreamerWhereverTheyAreAndOfNobodyElse() {
        Browser streamer = new Browser(port);
        streamer.comeFrom("6.6.6.0");
        streamer.signIn(Platform.TWITCH, "lumen");
        for (int link = 1; link <= 5; link++) {
            streamer.comeFrom("6.6.6." + link);
            assertThat(streamer.post("/connections/kick").statusCode()).isEqualTo(302);
        }
        streamer.comeFrom("6.6.6.6");
        assertThat(streamer.post("/connections/kick").statusCode()).isEqualTo(429);

        Browser other = new Browser(port);
        other.comeFrom("6.6.6.7");
        other.signIn(Platform.TWITCH, "pixelpia");
        assertThat(other.post("/connections/kick").statusCode()).isEqualTo(302);
    }

    @Test
    void countsANetworkOfIpv6AsOneAddress() {
        Browser stranger = new Browser(port);
        for (String host : List.of("::1", ":a:b:c:d", ":0:0:0:3", ":ffff:1:1:1", "::")) {
            stranger.comeFrom("2001:db8:0:7" + host);
            assertThat(stranger.get("/sign-in/twitch").statusCode()).isEqualTo(302);
        }
        stranger.comeFrom("2001:0DB8:0000:0007:1234::1");
        assertThat(stranger.get("/sign-in/twitch").statusCode()).isEqualTo(429);
        stranger.comeFrom("2001:db8:0:8::1");
        assertThat(stranger.get("/sign-in/twitch").statusCode()).isEqualTo(302);
    }
}
