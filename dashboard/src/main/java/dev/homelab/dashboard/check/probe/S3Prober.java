package dev.homelab.dashboard.check.probe;

import dev.homelab.common.objects.ObjectServer;
import dev.homelab.dashboard.check.Finding;
import dev.homelab.dashboard.check.Prober;
import dev.homelab.dashboard.check.Target;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
class S3Prober implements Prober<Target.S3> {

    private final NamedSecrets secrets;

    S3Prober(NamedSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public Class<Target.S3> kind() {
        return Target.S3.class;
    }

    @Override
    public Finding ask(Target.S3 target, Duration atMost) throws MinioException, IOException {
        ObjectServer server = new ObjectServer(
                target.endpoint().toString(),
                secrets.named(target.userFrom()).reveal(),
                secrets.named(target.passwordFrom()));
        return ObjectRoundTrip.ask(server.client(atMost), target.bucket());
    }
}
