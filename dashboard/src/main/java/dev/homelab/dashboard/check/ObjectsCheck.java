package dev.homelab.dashboard.check;

import dev.homelab.common.objects.ObjectServer;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ObjectsCheck implements Check {

    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final @Nullable MinioClient client;

    ObjectsCheck(ObjectServer server) {
        this.client = server.isConfigured() ? server.client(DEADLINE) : null;
    }

    @Override
    public Part part() {
        return Part.OBJECTS;
    }

    @Override
    public Finding run() {
        if (client == null) {
            return Finding.down(part(), "Switched off: set MINIO_ROOT_USER and MINIO_ROOT_PASSWORD.");
        }
        try {
            int buckets = client.listBuckets().size();
            return Finding.up(part(), "Answers, " + buckets + " bucket(s).");
        } catch (MinioException | RuntimeException e) {
            return Finding.down(part(), "Does not answer: " + Reason.of(e));
        }
    }
}
