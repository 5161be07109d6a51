package dev.homelab.streambot.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homelab.local.spring.Statements;
import dev.homelab.local.spring.WithServers;
import dev.homelab.local.spring.WithServers.Server;
import dev.homelab.streambot.SharedRedis;
import dev.homelab.streambot.SimulatedWorld;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({SimulatedWorld.SharedClock.class, Statements.class})
@WithServers({Server.POSTGRES, Server.REDIS})
class RateLimitTest {

    private final int port;
    private final LimitSettings settings;
    private final LettuceConnectionFactory redis;
    private final JdbcClient database;
    private final Clock clock;

    RateLimitTest(
            @LocalServerPort int port,
            @Autowired LimitSettings settings,
            @Autowired LettuceConnectionFactory redis,
            @Autowired JdbcClient database,
            @Autowired Clock clock) {
        this.port = port;
        this.settings = settings;
        this.redis = redis;
        this.database = database;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void world(DynamicPropertyRegistry properties) {
        SimulatedWorld.register(properties);
        properties.add("SIGN_INS_PER_MINUTE", () -> "5");
        properties.add("CALLBACKS_PER_MINUTE", () -> "5");
    }

    /** Other tests of this build count the same address in the same Redis. */
    @BeforeEach
    void countFromNone() {
        SharedRedis.empty(redis);
    }

    @Test
    void refusesTheSixthStartAndTheSixthCallbackOfAnAddressAndSaysWhenToComeAgain() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(get("/sign-in/twitch", "6.6.6." + i).statusCode()).isEqualTo(302);
            assertThat(get("/oauth/twitch/callback?code=x&state=y", "6.6.6." + i)
                            .statusCode())
                    .isEqualTo(302);
        }
        long before = rows();
        HttpResponse<String> refused = get("/sign-in/twitch", "6.6.6.6");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 61);
        assertThat(refused.body()).contains("a little too often");
        assertThat(get("/oauth/twitch/callback?code=x&state=y", "6.6.6.7").statusCode())
                .isEqualTo(429);
        assertThat(rows()).isEqualTo(before);
        assertThat(database.sql("SELECT DISTINCT ip FROM audit_entry")
                        .query(String.class)
                        .list())
                .as("nobody's X-Forwarded-For is believed")
                .containsExactly("127.0.0.1");
        assertThat(get("/", "6.6.6.8").statusCode()).isEqualTo(200);
    }

    private long rows() {
        return database.sql("SELECT (SELECT count(*) FROM oauth_session) + (SELECT count(*) FROM audit_entry)")
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> get(String path, String forwardedFor) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("X-Forwarded-For", forwardedFor)
                            .header("Accept", "text/html")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Each counts alone for a while where Redis is too slow for it, as it may be on a busy machine. */
    @Test
    void countsForAllInstancesTogether() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> countTogether("shared " + UUID.randomUUID()));
    }

    private void countTogether(String who) {
        RateLimits one = new RateLimits(new SharedBuckets(redis), clock);
        RateLimits other = new RateLimits(new SharedBuckets(redis), clock);
        for (int i = 0; i < 5; i++) {
            assertThat((i % 2 == 0 ? one : other).take(settings.ofSignIns(), who))
                    .isZero();
        }
        assertThat(one.take(settings.ofSignIns(), who)).isPositive();
        assertThat(other.take(settings.ofSignIns(), who)).isPositive();
        assertThat(other.take(settings.ofSignIns(), "not " + who)).isZero();
    }

    @Test
    void countsForEachInstanceWhileRedisIsAway() {
        var nowhere = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", 1));
        nowhere.start();
        RateLimits alone = new RateLimits(new SharedBuckets(nowhere), clock);
        for (int i = 0; i < 5; i++) {
            assertThat(alone.take(settings.ofSignIns(), "local")).isZero();
        }
        assertThat(alone.take(settings.ofSignIns(), "local")).isPositive();
        nowhere.destroy();
    }
}
