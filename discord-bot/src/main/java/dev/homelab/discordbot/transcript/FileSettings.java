package dev.homelab.discordbot.transcript;

import dev.homelab.common.secret.Secret;
import dev.homelab.common.startup.InvalidSetting;
import io.minio.MinioClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where files are kept: any S3 server; without a user and a password none is kept.
 *
 * @param largest the largest file that is kept
 * @param sources the origins that files are fetched from, and no other
 */
@ConfigurationProperties("homelab.files")
record FileSettings(
        String endpoint, String user, Secret password, String bucket, DataSize largest, List<String> sources) {

    private static final long DEADLINE_SECONDS = 30;

    FileSettings {
        if (largest.toBytes() < 0 || largest.toMegabytes() > 500) {
            throw new InvalidSetting("TRANSCRIPT_LARGEST_FILE", "is not within 0 and 500MB", "set it to 25MB");
        }
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new InvalidSetting("TRANSCRIPT_BUCKET", "is not a bucket's name", "set it to transcripts");
        }
        sources = List.copyOf(sources);
    }

    boolean isConfigured() {
        return !user.isBlank() && !password.isMissing();
    }

    /** Whether an address lies below one of the sources. */
    boolean serves(String url) {
        return sources.stream().anyMatch(source -> url.startsWith(source.endsWith("/") ? source : source + "/"));
    }

    MinioClient client() {
        return MinioClient.builder()
                .endpoint(endpoint)
                .credentials(user, password.reveal())
                .region("us-east-1")
                .httpClient(new OkHttpClient.Builder()
                        .callTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                        .build())
                .build();
    }
}
