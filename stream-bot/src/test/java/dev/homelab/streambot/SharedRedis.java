package dev.homelab.streambot;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The Redis of a build, in which other tests count as well. */
public final class SharedRedis {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private SharedRedis() {}

    /** The service waits half a second for Redis, which a busy machine may exceed before a test has begun. */
    public static void empty(RedisConnectionFactory redis) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .until(() -> {
                    try (RedisConnection connection = redis.getConnection()) {
                        connection.serverCommands().flushAll();
                        return true;
                    }
                });
    }
}
