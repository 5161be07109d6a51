package dev.homelab.dashboard.check.probe;

import dev.homelab.common.objects.ObjectServer;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

@Component
class S3Prober implements Prober<Target.S3> {

    private final NamedSecrets secrets;
    private final Map<Target.S3, MinioClient> clients = new ConcurrentHashMap<>();

    S3Prober(NamedSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Class<Target.S3> kind() {
        return Target.S3.class;
    }

    @Override
    public Finding ask(Target.S3 target, Duration atMost) throws MinioException, IOException {
        return ObjectRoundTrip.ask(clients.computeIfAbsent(target, _ -> client(target, atMost)), target.bucket());
    }

    /** Each client has connections of its own, which are kept from one look to the next. */
    private MinioClient client(Target.S3 target, Duration atMost) {
        return new ObjectServer(
                        target.endpoint().toString(),
                        secrets.named(target.userFrom()).reveal(),
                        secrets.named(target.passwordFrom()))
                .client(atMost);
    }
}
