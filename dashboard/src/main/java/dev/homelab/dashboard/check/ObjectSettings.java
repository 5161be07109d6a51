package dev.homelab.dashboard.check;

import dev.homelab.common.secret.Secret;
import io.minio.MinioClient;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Any S3 server; without a user and a password its check says that it is switched off. */
@ConfigurationProperties("homelab.objects")
record ObjectSettings(String endpoint, String user, Secret password) {

    private static final long DEADLINE_SECONDS = 2;

    boolean isConfigured() {
        return !user.isBlank() && !password.isMissing();
    }

    MinioClient client() {
        OkHttpClient http = new OkHttpClient.Builder()
                .callTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .build();
        return MinioClient.builder()
                .endpoint(endpoint)
                .credentials(user, password.reveal())
                .region("us-east-1")
                .httpClient(http)
                .build();
    }
}
