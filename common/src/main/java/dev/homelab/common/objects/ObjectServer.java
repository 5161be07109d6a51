package dev.homelab.common.objects;

import dev.homelab.common.secret.Secret;
import io.minio.MinioClient;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Any S3 server; without a user and a password, what needs it is switched off. */
@ConfigurationProperties("homelab.objects")
public record ObjectServer(String endpoint, String user, Secret password) {

    public boolean isConfigured() {
        return !user.isBlank() && !password.isMissing();
    }

    /** A client whose calls end within the deadline, whatever the server does. */
    public MinioClient client(Duration deadline) {
        return MinioClient.builder()
                .endpoint(endpoint)
                .credentials(user, password.reveal())
                .region("us-east-1")
                .httpClient(new OkHttpClient.Builder().callTimeout(deadline).build())
                .build();
    }
}
