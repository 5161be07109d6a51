package dev.homelab.streambot.api;

import dev.homelab.common.contract.ConnectionsOverview;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.cache.annotation.CachingConfigurer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.interceptor.CacheErrorHandler;
import org.springframework.cache.interceptor.LoggingCacheErrorHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.cache.RedisCacheConfiguration;
import org.springframework.data.redis.cache.RedisCacheManager;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.serializer.JacksonJsonRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializationContext.SerializationPair;
import tools.jackson.databind.json.JsonMapper;

/** The overview in Redis, for all instances, and for half a minute at most; while Redis is away every look is a miss. */
@Configuration(proxyBeanMethods = false)
@EnableCaching
class OverviewCache implements CachingConfigurer {

    static final String NAME = "connections-overview";

    private static final Logger log = LoggerFactory.getLogger(OverviewCache.class);
    private static final Duration LIFE = Duration.ofSeconds(30);

    @Bean
    RedisCacheManager caches(RedisConnectionFactory redis, JsonMapper json) {
        var values = new JacksonJsonRedisSerializer<>(json, ConnectionsOverview.class);
        return RedisCacheManager.builder(redis)
                .withCacheConfiguration(
                        NAME,
                        RedisCacheConfiguration.defaultCacheConfig()
                                .prefixCacheNameWith("stream-bot:")
                                .entryTtl(LIFE)
                                .disableCachingNullValues()
                                .serializeValuesWith(SerializationPair.fromSerializer(values)))
                .disableCreateOnMissingCache()
                .build();
    }

    /** Nobody waits for a Redis that is known to be away. */
    @Bean
    LettuceClientOptionsBuilderCustomizer refusingWhileAway() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Override
    public CacheErrorHandler errorHandler() {
        return new LoggingCacheErrorHandler() {
            @Override
            protected void logCacheError(Supplier<String> message, RuntimeException away) {
                log.debug(
                        "A look at the overview is a miss: {}", away.getClass().getSimpleName());
            }
        };
    }
}
