package dev.homelab.local.spring;

import dev.homelab.local.server.ServerAddress;
import dev.homelab.local.server.TestServers;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** {@code annotated} is part of the key of Spring's context cache, so that no other class has the same database. */
record ServersCustomizer(String annotated, Set<WithServers.Server> wanted) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        if (wanted.contains(WithServers.Server.POSTGRES)) {
            ServerAddress postgres = TestServers.postgres();
            register(
                    context,
                    JdbcConnectionDetails.class,
                    new FreshDatabase(TestServers.freshDatabase(), postgres.user(), postgres.password()));
        }
        if (wanted.contains(WithServers.Server.REDIS)) {
            ServerAddress redis = TestServers.redis();
            register(context, DataRedisConnectionDetails.class, new Redis(redis.host(), redis.port()));
        }
        if (wanted.contains(WithServers.Server.S3)) {
            settings(context, TestServers.s3());
        }
    }

    private static <T> void register(ConfigurableApplicationContext context, Class<T> type, T details) {
        context.getBeanFactory().registerSingleton(type.getName(), details);
    }

    private static void settings(ConfigurableApplicationContext context, ServerAddress s3) {
        Map<String, Object> settings =
                Map.of("MINIO_ENDPOINT", s3.http(), "MINIO_ROOT_USER", s3.user(), "MINIO_ROOT_PASSWORD", s3.password());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("local S3", settings));
    }

    private record FreshDatabase(String jdbcUrl, String username, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return jdbcUrl;
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }

    private record Redis(String host, int port) implements DataRedisConnectionDetails {

        @Override
        public Standalone getStandalone() {
            return Standalone.of(host, port);
        }
    }
}
