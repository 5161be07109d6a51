package dev.homelab.dashboard.check.own;

import dev.homelab.common.objects.ObjectServer;
import dev.homelab.common.secret.Secret;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Target.Own.Part;
import dev.homelab.dashboard.check.probe.ObjectRoundTrip;
import dev.homelab.dashboard.check.probe.PostgresSignIn;
import io.minio.MinioClient;
import java.time.Duration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** What keeps our data, asked with the keys that the dashboard has of its own. */
@Configuration(proxyBeanMethods = false)
class Stores {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    @Bean
    OwnPart ownPostgresql(JdbcConnectionDetails own) {
        return new Asked(
                Part.POSTGRESQL,
                atMost -> PostgresSignIn.ask(
                        own.getJdbcUrl(), String.valueOf(own.getUsername()), Secret.of(own.getPassword()), atMost));
    }

    @Bean
    OwnPart ownRedis(RedisConnectionFactory redis) {
        return new Asked(Part.REDIS, atMost -> {
            try (RedisConnection connection = redis.getConnection()) {
                return Finding.up("redis.up", String.valueOf(connection.ping()));
            }
        });
    }

    @Bean
    OwnPart ownObjects(ObjectServer server) {
        if (!server.isConfigured()) {
            return new Asked(Part.OBJECTS, _ -> Finding.unknown("s3.off"));
        }
        MinioClient client = server.client(DEADLINE);
        return new Asked(Part.OBJECTS, _ -> ObjectRoundTrip.ask(client, "homelab-dashboard"));
    }

    private interface Question {
        Finding ask(Duration atMost) throws Exception;
    }

    private record Asked(Part part, Question question) implements OwnPart {

        @Override
        public Finding ask(String which, Duration atMost) throws Exception {
            return question.ask(atMost);
        }
    }
}
