package dev.homelab.dashboard.check.probe;

import dev.homelab.common.secret.Secret;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

@Component
class RedisProber implements Prober<Target.Redis> {

    private final NamedSecrets secrets;
    private final ClientResources resources = ClientResources.create();

    RedisProber(NamedSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Class<Target.Redis> kind() {
        return Target.Redis.class;
    }

    @Override
    public Finding ask(Target.Redis target, Duration atMost) {
        RedisURI.Builder address = RedisURI.builder()
                .withHost(target.host())
                .withPort(target.port())
                .withTimeout(atMost);
        Secret password = secrets.named(target.passwordFrom());
        if (!password.isMissing()) {
            address.withPassword(password.reveal().toCharArray());
        }
        RedisClient client = RedisClient.create(resources, address.build());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return Finding.up("redis.up", connection.sync().ping());
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void close() {
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
