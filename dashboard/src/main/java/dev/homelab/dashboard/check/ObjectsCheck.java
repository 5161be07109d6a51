package dev.homelab.dashboard.check;

import io.minio.MinioClient;
import io.minio.errors.MinioException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ObjectsCheck implements Check {

    private final @Nullable MinioClient client;

    ObjectsCheck(ObjectSettings settings) {
        this.client = settings.isConfigured() ? settings.client() : null;
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
