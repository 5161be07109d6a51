package dev.homelab.streambot.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/** Buckets in Redis, each gone by itself when it is full again; the connection is made when it is needed first. */
@Component
class SharedBuckets implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final LettuceConnectionFactory redis;
    private final ReentrantLock connecting = new ReentrantLock();
    private @Nullable StatefulRedisConnection<String, byte[]> connection;
    private @Nullable ProxyManager<String> buckets;

    SharedBuckets(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    /** @throws RuntimeException of many kinds when Redis is away */
    Bucket bucket(String key, Limit limit) {
        return manager().builder().build(key, limit::bucket);
    }

    private ProxyManager<String> manager() {
        connecting.lock();
        try {
            ProxyManager<String> known = buckets;
            return known == null ? connect() : known;
        } finally {
            connecting.unlock();
        }
    }

    private ProxyManager<String> connect() {
        if (!(redis.getRequiredNativeClient() instanceof RedisClient client)) {
            throw new IllegalStateException("limits need a single Redis");
        }
        StatefulRedisConnection<String, byte[]> made =
                client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        ProxyManager<String> manager = Bucket4jLettuce.casBasedBuilder(made)
                .requestTimeout(PATIENCE)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                .build();
        connection = made;
        buckets = manager;
        return manager;
    }

    @Override
    public void destroy() {
        if (connection != null) {
            connection.close();
        }
    }
}
